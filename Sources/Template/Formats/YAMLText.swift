/// A text as YAML's emitters look at it, byte by byte.
struct YAMLText {
    /// Which forms of scalar can hold a text.
    struct Analysis {
        var isMultiline = false
        var hasTab = false
        var allowsPlain = true
        var allowsSingle = true
        var allowsBlock = true
    }

    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Of the character that begins at a place.
    func width(_ at: Int) -> Int {
        let byte = bytes[at]
        let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return min(width, bytes.count - at)
    }

    func isSpace(_ at: Int) -> Bool { at < bytes.count && bytes[at] == UInt8(ascii: " ") }

    /// Bytes of the line break at a place, one of Unicode's included; 0 where there is none.
    func breakLength(_ at: Int) -> Int {
        guard at < bytes.count else { return 0 }
        switch bytes[at] {
        case 0x0A, 0x0D: return 1
        case 0xC2: return byte(at + 1) == 0x85 ? 2 : 0
        case 0xE2: return byte(at + 1) == 0x80 && byte(at + 2) & 0xFE == 0xA8 ? 3 : 0
        default: return 0
        }
    }

    private func byte(_ at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }

    /// Whether the character may stand in YAML unescaped; those beyond 16 bits never do in what is printed.
    private func isPrintable(_ at: Int) -> Bool {
        switch bytes[at] {
        case 0x0A, 0x20...0x7E, 0xEE: true
        case 0xC2: byte(at + 1) >= 0xA0
        case 0xC3...0xEC: true
        case 0xED: byte(at + 1) < 0xA0
        case 0xEF:
            !(byte(at + 1) == 0xBB && byte(at + 2) == 0xBF) && !(byte(at + 1) == 0xBF && byte(at + 2) >= 0xBE)
        default: false
        }
    }

    /// Whether the character stands for itself in double quotes. Behind a leading byte order mark none does.
    func isBare(_ at: Int) -> Bool {
        isPrintable(at) && breakLength(at) == 0 && bytes[at] != UInt8(ascii: "\"")
            && bytes[at] != UInt8(ascii: "\\") && !bytes.starts(with: [0xEF, 0xBB, 0xBF])
    }

    /// What a literal block says of its last line breaks: none is cut off (`+`), or there is none (`-`).
    var chomping: String? {
        var ends: [Bool] = []
        var at = bytes.count
        while at > 0, ends.count < 2 {
            at -= 1
            while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
            ends.append(breakLength(at) > 0)
        }
        guard ends.first == true else { return "-" }
        return ends.count == 1 || ends[1] ? "+" : nil
    }
}

extension YAMLText {
    var analysis: Analysis {
        var analysis = Analysis()
        var isSpecial = false
        var (afterSpace, afterBreak) = (false, false)
        var at = 0
        while at < bytes.count {
            let isLast = at + width(at) == bytes.count
            if bytes[at] == 0x09 { analysis.hasTab = true } else if !isPrintable(at) { isSpecial = true }
            if isSpace(at) {
                if at == 0 || isLast { analysis.allowsPlain = false }
                if isLast { analysis.allowsBlock = false }
                if afterBreak { analysis.allowsSingle = false }
                (afterSpace, afterBreak) = (true, false)
            } else if breakLength(at) > 0 {
                analysis.isMultiline = true
                if afterSpace { isSpecial = true }
                (afterSpace, afterBreak) = (false, true)
            } else {
                (afterSpace, afterBreak) = (false, false)
            }
            at += width(at)
        }
        if isSpecial { analysis.allowsBlock = false }
        if isSpecial || analysis.hasTab { analysis.allowsSingle = false }
        if analysis.isMultiline || !analysis.allowsSingle || hasIndicator { analysis.allowsPlain = false }
        return analysis
    }

    /// Whether characters that mean something to YAML stand where they do.
    private var hasIndicator: Bool {
        if bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) { return true }
        guard let first = bytes.first else { return false }
        let endsWord = { (at: Int) in
            at >= bytes.count || bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t")
        }
        if "#,[]{}&*!|>'\"%@`".utf8.contains(first) { return true }
        if "?:-".utf8.contains(first), endsWord(1) { return true }
        for at in bytes.indices.dropFirst() {
            if bytes[at] == UInt8(ascii: ":"), endsWord(at + 1) { return true }
            if bytes[at] == UInt8(ascii: "#"), partsWords(at - 1) { return true }
        }
        return false
    }

    /// Whether the character that ends at a place is white space, or nothing.
    private func partsWords(_ at: Int) -> Bool {
        if [0x20, 0x09, 0x0A, 0x0D, 0x00].contains(bytes[at]) { return true }
        return at >= 1 && breakLength(at - 1) == 2 || at >= 2 && breakLength(at - 2) == 3
    }
}

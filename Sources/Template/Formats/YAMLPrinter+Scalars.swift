extension YAMLPrinter {
    private enum Form { case plain, single, double, literal }

    /// Writes a scalar whose further lines stand at `indent`.
    mutating func scalar(_ tree: YAMLTree, indent: Int, isKey: Bool) {
        switch tree {
        case .bare(let text): write(text, .plain, indent, folds: !isKey)
        case .text(let text): write(text, form(of: text, isKey: isKey), indent, folds: !isKey)
        case .binary(let text):
            mark("!!binary", afterSpace: true)
            let isLong = text.utf8.contains(0x0A) && !isKey
            write(text, isLong ? .literal : .plain, indent, folds: !isKey)
        case .list, .map: break
        }
    }

    private func form(of text: String, isKey: Bool) -> Form {
        let analysis = YAMLText(text).analysis
        var form = Form.double
        if isKey && analysis.isMultiline {
            form = .double
        } else if text.utf8.contains(0x0A) {
            form = .literal
        } else if YAMLScalar.isPlainString(text) {
            form = .plain
        }
        if form == .plain, !analysis.allowsPlain { form = .single }
        if form == .single, !analysis.allowsSingle { form = .double }
        let allowsBlock = analysis.allowsBlock && (style.keepsTabs || !analysis.hasTab)
        return form == .literal && (!allowsBlock || isKey) ? .double : form
    }

    private mutating func write(_ text: String, _ form: Form, _ indent: Int, folds: Bool) {
        let text = YAMLText(text)
        let width = folds ? style.width ?? .max : .max
        switch form {
        case .plain: plain(text, indent, width)
        case .single: single(text, indent, width)
        case .double: double(text, indent, width)
        case .literal: literal(text, indent)
        }
    }

    // MARK: Forms

    private mutating func plain(_ text: YAMLText, _ indent: Int, _ width: Int) {
        if !isSpaced { put(UInt8(ascii: " ")) }
        flow(text, indent, width, quote: nil) { at in !text.isSpace(at + 1) }
        (isSpaced, isIndentation) = (false, false)
    }

    private mutating func single(_ text: YAMLText, _ indent: Int, _ width: Int) {
        mark("'", afterSpace: true)
        flow(text, indent, width, quote: UInt8(ascii: "'")) { at in
            at > 0 && at < text.bytes.count - 1 && !text.isSpace(at + 1)
        }
        mark("'")
        isIndentation = false
    }

    /// Text with its line breaks doubled, as readers fold them, and broken where it is too wide.
    private mutating func flow(
        _ text: YAMLText, _ indent: Int, _ width: Int, quote: UInt8?, mayBreak: (Int) -> Bool
    ) {
        var (afterSpace, afterBreak) = (false, false)
        var at = 0
        while at < text.bytes.count {
            if text.isSpace(at) {
                if !afterSpace, column > width, mayBreak(at) {
                    beginLine(indent)
                    at += 1
                } else {
                    copy(text, &at)
                }
                afterSpace = true
            } else if text.breakLength(at) > 0 {
                if !afterBreak, text.bytes[at] == 0x0A { breakLine() }
                copyBreak(text, &at)
                isIndentation = true
                afterBreak = true
            } else {
                if afterBreak { beginLine(indent) }
                if let quote, text.bytes[at] == quote { put(quote) }
                copy(text, &at)
                isIndentation = false
                (afterSpace, afterBreak) = (false, false)
            }
        }
    }

    private mutating func double(_ text: YAMLText, _ indent: Int, _ width: Int) {
        mark("\"", afterSpace: true)
        var afterSpace = false
        var at = 0
        while at < text.bytes.count {
            if text.isSpace(at) {
                if !afterSpace, column > width, at > 0, at < text.bytes.count - 1 {
                    beginLine(indent)
                    if text.isSpace(at + 1) { put(UInt8(ascii: "\\")) }
                    at += 1
                } else {
                    copy(text, &at)
                }
                afterSpace = true
            } else {
                if text.isBare(at) { copy(text, &at) } else { escape(text, &at) }
                afterSpace = false
            }
        }
        mark("\"")
        isIndentation = false
    }

    private mutating func literal(_ text: YAMLText, _ indent: Int) {
        mark("|", afterSpace: true)
        if text.isSpace(0) || text.breakLength(0) > 0 { mark("2") }
        if let chomping = text.chomping { mark(chomping) }
        breakLine()
        (isSpaced, isIndentation) = (true, true)
        var afterBreak = true
        var at = 0
        while at < text.bytes.count {
            if text.breakLength(at) > 0 {
                copyBreak(text, &at)
                isIndentation = true
                afterBreak = true
            } else {
                if afterBreak { beginLine(indent) }
                copy(text, &at)
                isIndentation = false
                afterBreak = false
            }
        }
    }

    // MARK: Characters

    private mutating func copy(_ text: YAMLText, _ at: inout Int) {
        let end = at + text.width(at)
        bytes.append(contentsOf: text.bytes[at..<end])
        column += 1
        at = end
    }

    private mutating func copyBreak(_ text: YAMLText, _ at: inout Int) {
        copy(text, &at)
        column = 0
    }

    private mutating func escape(_ text: YAMLText, _ at: inout Int) {
        let end = at + text.width(at)
        let scalar = String(decoding: text.bytes[at..<end], as: UTF8.self).unicodeScalars.first
        at = end
        guard let scalar else { return }
        for byte in ("\\" + (Self.letters[scalar] ?? Self.hexadecimal(scalar.value))).utf8 { put(byte) }
    }

    private static let letters: [Unicode.Scalar: String] = [
        "\u{0}": "0", "\u{7}": "a", "\u{8}": "b", "\t": "t", "\n": "n", "\u{B}": "v", "\u{C}": "f",
        "\r": "r", "\u{1B}": "e", "\"": "\"", "\\": "\\", "\u{85}": "N", "\u{A0}": "_", "\u{2028}": "L",
        "\u{2029}": "P",
    ]

    private static func hexadecimal(_ value: UInt32) -> String {
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        let digits = String(value, radix: 16, uppercase: true)
        return letter + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}

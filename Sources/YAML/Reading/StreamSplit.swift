#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a stream can be cut so that each part is one document, whatever parses it.
struct StreamSplit {
    /// A run of bytes, and the number of line breaks before it.
    struct Section {
        var range: Range<Int>
        var line: Int
        var startsWithMarker: Bool
    }

    private(set) var sections: [Section] = []
    /// False when a section may hold more than one document, or depend on what stands before it: `...` ends
    /// documents too, directives belong to the next document, and rare line breaks count differently
    /// elsewhere.
    private(set) var isOneDocumentEach = true

    /// Each line that begins with `---` and a blank or its end begins a section; so does the text before the
    /// first.
    init(_ bytes: Bytes) {
        var start = 0
        var line = 0
        var sectionLine = 0
        var sectionStart = 0
        var isMarked = false
        while start < bytes.count {
            if isMarker(bytes, start, UInt8(ascii: "-")) {
                add(sectionStart..<start, sectionLine, isMarked)
                (sectionStart, sectionLine, isMarked) = (start, line, true)
            } else if bytes[start] == UInt8(ascii: "%") || isMarker(bytes, start, UInt8(ascii: ".")) {
                isOneDocumentEach = false
            }
            start = nextLine(bytes, start)
            line += 1
        }
        add(sectionStart..<bytes.count, sectionLine, isMarked)
        if let first = sections.first, !first.startsWithMarker, !hasContent(bytes, first.range) {
            sections.removeFirst()
        }
        if hasOddBreaks(bytes) { isOneDocumentEach = false }
    }

    private mutating func add(_ range: Range<Int>, _ line: Int, _ isMarked: Bool) {
        if !range.isEmpty { sections.append(Section(range: range, line: line, startsWithMarker: isMarked)) }
    }
}

private func isMarker(_ bytes: Bytes, _ at: Int, _ character: UInt8) -> Bool {
    guard bytes[at] == character, at + 2 < bytes.count, bytes[at + 1] == character, bytes[at + 2] == character
    else { return false }
    return at + 3 == bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at + 3])
}

/// Where the line after the one at `start` begins; one past the end behind a last line without a break.
func nextLine(_ bytes: Bytes, _ start: Int) -> Int {
    (index(of: 0x0A, bytes, start) ?? bytes.count) + 1
}

/// The C library looks at many bytes at once.
private func index(of byte: UInt8, _ bytes: Bytes, _ start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// Whether there is more than blanks and comments.
private func hasContent(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
        switch bytes[at] {
        case 0x20, 0x0A, 0x0D: at += 1
        case UInt8(ascii: "#"): at = nextLine(bytes, at)
        case 0xEF where at == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]): at = 3
        default: return true
        }
    }
    return false
}

/// Line breaks that only YAML 1.1 knows: a carriage return alone, NEL, and the separators of Unicode.
private func hasOddBreaks(_ bytes: Bytes) -> Bool {
    has(0x0D, bytes) { bytes[safe: $0 + 1] != 0x0A } || has(0xC2, bytes) { bytes[safe: $0 + 1] == 0x85 }
        || has(0xE2, bytes) {
            bytes[safe: $0 + 1] == 0x80 && (bytes[safe: $0 + 2] == 0xA8 || bytes[safe: $0 + 2] == 0xA9)
        }
}

/// Whether a byte stands anywhere where the condition holds.
private func has(_ byte: UInt8, _ bytes: Bytes, where condition: (Int) -> Bool) -> Bool {
    var start = 0
    while let found = index(of: byte, bytes, start) {
        if condition(found) { return true }
        start = found + 1
    }
    return false
}

extension Bytes {
    fileprivate subscript(safe index: Int) -> UInt8? { index < count ? self[index] : nil }
}

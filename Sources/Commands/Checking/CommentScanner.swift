import Diagnostics

/// Finds the comments of a YAML text, which the tree of its values does not have.
///
/// Knows quoted texts and block scalars, in which `#` is no comment. A text that is no YAML gives whatever it
/// gives: what it says is not analysed either.
struct CommentScanner {
    struct Comment: Equatable {
        let mark: Mark
        /// What follows the `#`.
        let text: String
        /// The line that it speaks of: its own, or if it stands alone the next that has more than a comment.
        var line: UInt32
        /// Whether nothing of its document stands before it.
        let isHead: Bool
        /// Counted from 0.
        let document: Int
    }

    private(set) var comments: [Comment] = []
    /// The document in which each line is, the first line first.
    private(set) var documents: [Int] = []

    private var document = 0
    private var hasContent = false
    /// Whether a document has begun, by its content or by `---`.
    private var isOpen = false
    private var quote: UInt8?
    private var flowDepth = 0
    private var block: Block?
    /// Comments that stand alone and wait for a line to speak of.
    private var waiting: [Int] = []

    private struct Block {
        /// The column of the key or dash that the text belongs to; -1 for a whole document.
        let owner: Int
        var indent: Int?
    }

    init(_ text: [UInt8]) {
        var lines = text.starts(with: Self.byteOrderMark) ? text[3...] : text[...]
        var number: UInt32 = 0
        while !lines.isEmpty {
            let end = lines.firstIndex { $0 == Self.feed || $0 == Self.carriage } ?? lines.endIndex
            number += 1
            read(Array(lines[lines.startIndex..<end]), number)
            lines = lines[end...].dropFirst(Self.isPair(lines, at: end) ? 2 : 1)
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let feed = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")

    private static func isPair(_ text: ArraySlice<UInt8>, at end: Int) -> Bool {
        end + 1 < text.endIndex && text[end] == carriage && text[end + 1] == feed
    }

    private mutating func read(_ line: [UInt8], _ number: UInt32) {
        let isBoundary = quote == nil && Self.isBoundary(line)
        if isBoundary {
            // Comments before the first `---` belong to the document that it begins.
            if line[0] == UInt8(ascii: "-"), isOpen {
                document += 1
                waiting = []
            } else if line[0] == UInt8(ascii: "."), isOpen {
                waiting = []
            }
            isOpen = isOpen || line[0] == UInt8(ascii: "-")
            (hasContent, block, flowDepth) = (false, nil, 0)
        }
        documents.append(document)
        let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
        let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if isBlank || isInBlock(indent) {
            if !isBlank { settle(number) }
            return
        }
        var scan = LineScan(line, from: isBoundary ? 3 : indent, quote: quote, flowDepth: flowDepth)
        scan.run()
        (quote, flowDepth) = (scan.quote, scan.flowDepth)
        if let owner = scan.blockOwner {
            block = Block(owner: owner, indent: scan.blockIndent.map { max(owner, 0) + $0 })
        }
        if scan.hasContent { settle(number) }
        if let at = scan.comment { add(line, at, number, isAlone: !scan.hasContent) }
        if scan.hasContent { (hasContent, isOpen) = (true, true) }
    }

    private mutating func isInBlock(_ indent: Int) -> Bool {
        guard let current = block else { return false }
        // Where the text says how far it is indented, lines with less end it.
        if indent >= current.indent ?? (current.owner + 1) {
            block?.indent = current.indent ?? indent
            return true
        }
        block = nil
        return false
    }

    private mutating func settle(_ number: UInt32) {
        for index in waiting { comments[index].line = number }
        waiting = []
    }

    private mutating func add(_ line: [UInt8], _ at: Int, _ number: UInt32, isAlone: Bool) {
        if isAlone { waiting.append(comments.count) }
        let column = String(decoding: line[..<at], as: UTF8.self).unicodeScalars.count + 1
        comments.append(
            Comment(
                mark: Mark(line: number, column: UInt32(column)),
                text: String(decoding: line[(at + 1)...], as: UTF8.self), line: number,
                isHead: isAlone && !hasContent, document: document))
    }

    private static func isBoundary(_ line: [UInt8]) -> Bool {
        guard line.count >= 3, line[..<3] == [0x2D, 0x2D, 0x2D] || line[..<3] == [0x2E, 0x2E, 0x2E] else {
            return false
        }
        return line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "\t")
    }
}

/// One line of YAML outside block scalars, looked at for quotes, brackets, `|`, `>` and `#`.
private struct LineScan {
    private let line: [UInt8]
    private var at: Int
    private(set) var quote: UInt8?
    private(set) var flowDepth: Int
    /// Whether a value may begin here.
    private var isStart = true
    private var token = 0
    private var owner = -1
    private(set) var hasContent = false
    /// Where a `#` begins a comment.
    private(set) var comment: Int?
    /// The column that owns the block scalar which the line opens.
    private(set) var blockOwner: Int?
    /// How far a block scalar says that its text is indented.
    private(set) var blockIndent: Int?

    init(_ line: [UInt8], from start: Int, quote: UInt8?, flowDepth: Int) {
        (self.line, at, self.quote, self.flowDepth) = (line, start, quote, flowDepth)
    }

    mutating func run() {
        while at < line.count, comment == nil {
            if let quote { skipQuoted(quote) } else { step(line[at]) }
            at += 1
        }
    }

    private var isAfterSpace: Bool { at == 0 || Self.isSpace(line[at - 1]) }
    private var isBeforeSpace: Bool { at + 1 >= line.count || Self.isSpace(line[at + 1]) }

    private mutating func step(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): return
        case UInt8(ascii: "#") where isAfterSpace || (!hasContent && at == 3):
            comment = at
            return
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if isStart {
                quote = byte
                token = at
                isStart = false
            }
        case UInt8(ascii: "-"), UInt8(ascii: "?"):
            if isStart && isBeforeSpace { owner = at } else { begin() }
        case UInt8(ascii: ":") where isBeforeSpace || flowDepth > 0:
            owner = token
            isStart = true
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if isStart || flowDepth > 0 {
                flowDepth += 1
                isStart = true
            }
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            flowDepth = max(0, flowDepth - 1)
            isStart = false
        case UInt8(ascii: ",") where flowDepth > 0: isStart = true
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            if isStart && flowDepth == 0 {
                blockOwner = owner
                let digits = line[(at + 1)...].prefix(2).filter { (0x31...0x39).contains($0) }
                blockIndent = digits.first.map { Int($0 - 0x30) }
            }
            isStart = false
        case UInt8(ascii: "!"), UInt8(ascii: "&"):
            if isStart { skipWord() }
        default: begin()
        }
        hasContent = true
    }

    private mutating func begin() {
        if isStart { token = at }
        isStart = false
    }

    /// A tag or an anchor: the value is still to come.
    private mutating func skipWord() {
        while at + 1 < line.count, !Self.isSpace(line[at + 1]) { at += 1 }
    }

    private mutating func skipQuoted(_ end: UInt8) {
        hasContent = true
        let byte = line[at]
        if end == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") {
            at += 1
        } else if byte == end {
            if end == UInt8(ascii: "'"), at + 1 < line.count, line[at + 1] == end {
                at += 1
            } else {
                quote = nil
            }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}

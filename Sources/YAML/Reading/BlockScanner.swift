import Diagnostics

/// Reads the part of YAML that nearly all manifests keep to: printable ASCII, block maps and lists, scalars
/// of one line without escapes. It takes a quarter of libyaml's time.
///
/// libyaml has the last word: at anything else the scanner gives up, and the document is read by libyaml from
/// its start. Both hand the same events to the same builder; BlockScannerTests holds them to each other.
struct BlockScanner {
    /// An open list or map.
    private struct Block {
        let isMap: Bool
        let indent: Int
        /// A list whose dashes stand below the key that it belongs to.
        var isFlush = false
        /// Where an empty value would stand: behind the colon or the dash that awaits one.
        var awaited: Mark?
    }

    private enum GivenUp: Error { case because }

    private let bytes: Bytes
    private var line: Int
    private var lineStart = 0
    private var lineEnd = 0
    private var blocks: [Block] = []
    /// Whether the outermost block is closed.
    private var hasEnded = false

    /// Whether the builder has the whole document now; if not, it must begin anew.
    static func read(_ bytes: Bytes, line: Int, into builder: inout DocumentBuilder) -> Bool {
        var scanner = BlockScanner(bytes: bytes, line: line)
        do {
            try scanner.document(&builder)
            return true
        } catch {
            return false
        }
    }

    private init(bytes: Bytes, line: Int) {
        self.bytes = bytes
        self.line = line
        blocks.reserveCapacity(16)
    }

    private mutating func document(_ builder: inout DocumentBuilder) throws {
        var isFirst = true
        while lineStart < bytes.count {
            lineEnd = nextLine(bytes, lineStart) - 1
            if !(isFirst && isMarker()), let start = try contentStart() {
                try content(start, &builder)
            }
            isFirst = false
            lineStart = lineEnd + 1
            line += 1
        }
        // A document of comments alone is left to libyaml.
        if blocks.isEmpty { throw GivenUp.because }
        while !blocks.isEmpty { try closeBlock(&builder) }
    }

    private func isMarker() -> Bool {
        lineEnd - lineStart == 3 && bytes[lineStart] == dash && bytes[lineStart + 1] == dash
            && bytes[lineStart + 2] == dash
    }

    /// Where the line's first character stands; nil for a line that says nothing.
    private func contentStart() throws -> Int? {
        let start = skipSpaces(lineStart)
        return try isEnd(start) ? nil : start
    }

    private func mark(_ at: Int) -> Mark {
        Mark(
            line: UInt32(truncatingIfNeeded: line) &+ 1,
            column: UInt32(truncatingIfNeeded: at - lineStart) &+ 1)
    }
}

// MARK: Blocks

extension BlockScanner {
    private mutating func content(_ start: Int, _ builder: inout DocumentBuilder) throws {
        let indent = start - lineStart
        while let block = blocks.last, block.indent > indent { try closeBlock(&builder) }
        try node(start, &builder)
    }

    /// What begins at a place: an entry of a list, of a map, or a value.
    private mutating func node(_ start: Int, _ builder: inout DocumentBuilder) throws {
        if bytes[start] == dash, start + 1 == lineEnd || bytes[start + 1] == space {
            return try listEntry(start, &builder)
        }
        let scalar = try scalar(start)
        guard scalar.end < lineEnd, bytes[scalar.end] == colon, scalar.text.count < Self.longestKey else {
            return try item(scalar, &builder)
        }
        try mapEntry(scalar, &builder)
    }

    private static let longestKey = 1000

    private mutating func listEntry(_ start: Int, _ builder: inout DocumentBuilder) throws {
        let indent = start - lineStart
        if let top = blocks.last, !top.isMap, top.indent == indent {
            try fill(&builder)
        } else {
            try open(isMap: false, start, &builder)
        }
        blocks[blocks.count - 1].awaited = mark(start + 1)
        let next = skipSpaces(start + 1)
        if try !isEnd(next) { try node(next, &builder) }
    }

    private mutating func mapEntry(_ key: Scalar, _ builder: inout DocumentBuilder) throws {
        let indent = key.start - lineStart
        if let top = blocks.last, top.isFlush, top.indent == indent { try closeBlock(&builder) }
        if let top = blocks.last, top.isMap, top.indent == indent {
            try fill(&builder)
        } else {
            try open(isMap: true, key.start, &builder)
        }
        try builder.scalar(key.text, isPlain: key.isPlain, at: mark(key.start))
        let behind = key.end + 1
        let next = skipSpaces(behind)
        if try isEnd(next) {
            blocks[blocks.count - 1].awaited = mark(behind)
            return
        }
        if bytes[next] == dash, next + 1 == lineEnd || bytes[next + 1] == space { throw GivenUp.because }
        let value = try scalar(next)
        guard try isEnd(skipSpaces(value.end)) else { throw GivenUp.because }
        try builder.scalar(value.text, isPlain: value.isPlain, at: mark(next))
    }

    /// A scalar in a list, behind its dash.
    private mutating func item(_ scalar: Scalar, _ builder: inout DocumentBuilder) throws {
        guard let top = blocks.last, !top.isMap, let place = top.awaited,
            place.line == mark(scalar.start).line, try isEnd(skipSpaces(scalar.end))
        else { throw GivenUp.because }
        blocks[blocks.count - 1].awaited = nil
        try builder.scalar(scalar.text, isPlain: scalar.isPlain, at: mark(scalar.start))
    }

    /// Opens a block where one may stand: at the root, or where a value is awaited.
    private mutating func open(isMap: Bool, _ start: Int, _ builder: inout DocumentBuilder) throws {
        let indent = start - lineStart
        var isFlush = false
        if let top = blocks.last {
            guard top.awaited != nil else { throw GivenUp.because }
            isFlush = !isMap && top.isMap && indent == top.indent
            guard isFlush || indent > top.indent else { throw GivenUp.because }
            blocks[blocks.count - 1].awaited = nil
        } else if hasEnded {
            throw GivenUp.because
        }
        try builder.open(isMap: isMap, at: mark(start))
        blocks.append(Block(isMap: isMap, indent: indent, isFlush: isFlush))
    }

    private mutating func closeBlock(_ builder: inout DocumentBuilder) throws {
        try fill(&builder)
        blocks.removeLast()
        builder.close()
        hasEnded = blocks.isEmpty
    }

    /// Gives the innermost block the empty value that it awaits.
    private mutating func fill(_ builder: inout DocumentBuilder) throws {
        guard let place = blocks.last?.awaited else { return }
        blocks[blocks.count - 1].awaited = nil
        try builder.scalar(Bytes(start: nil, count: 0), isPlain: true, at: place)
    }
}

// MARK: Scalars

extension BlockScanner {
    private struct Scalar {
        let start: Int
        let text: Bytes
        let isPlain: Bool
        /// Behind the scalar and its quotes; blanks before a comment or the end of the line not counted.
        let end: Int
    }

    private func scalar(_ start: Int) throws -> Scalar {
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted(start)
        default: try plain(start)
        }
    }

    /// Up to the next quote; neither escapes nor doubled quotes are known here.
    private func quoted(_ start: Int) throws -> Scalar {
        let quote = bytes[start]
        var at = start + 1
        while at < lineEnd, bytes[at] != quote {
            guard isPrintable(bytes[at]), bytes[at] != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else {
                throw GivenUp.because
            }
            at += 1
        }
        guard at < lineEnd, at + 1 == lineEnd || bytes[at + 1] == space || bytes[at + 1] == colon else {
            throw GivenUp.because
        }
        if at + 1 < lineEnd, bytes[at + 1] == colon, !endsKey(at + 1) { throw GivenUp.because }
        return Scalar(
            start: start, text: Bytes(rebasing: bytes[start + 1..<at]), isPlain: false, end: at + 1)
    }

    /// Up to a colon before a blank, a comment, or the end of the line.
    private func plain(_ start: Int) throws -> Scalar {
        guard mayBegin(start) else { throw GivenUp.because }
        var at = start
        var end = start
        while at < lineEnd {
            let byte = bytes[at]
            if byte == colon, endsKey(at) { break }
            if byte == space {
                at += 1
                if at < lineEnd, bytes[at] == UInt8(ascii: "#") { break }
                continue
            }
            guard isPrintable(byte) else { throw GivenUp.because }
            at += 1
            end = at
        }
        // Blanks before the colon of a key are not known here.
        if at < lineEnd, bytes[at] == colon, end != at { throw GivenUp.because }
        return Scalar(start: start, text: Bytes(rebasing: bytes[start..<end]), isPlain: true, end: end)
    }

    private func mayBegin(_ start: Int) -> Bool {
        switch bytes[start] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "^"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "+"),
            UInt8(ascii: "$"), UInt8(ascii: "="):
            true
        case dash: start + 1 < lineEnd && bytes[start + 1] != space && bytes[start + 1] != dash
        default: false
        }
    }

    private func endsKey(_ at: Int) -> Bool { at + 1 == lineEnd || bytes[at + 1] == space }

    private func skipSpaces(_ start: Int) -> Int {
        var at = start
        while at < lineEnd, bytes[at] == space { at += 1 }
        return at
    }

    /// Whether the line ends here, perhaps with a comment.
    private func isEnd(_ at: Int) throws -> Bool {
        if at >= lineEnd { return true }
        guard bytes[at] == UInt8(ascii: "#"), at == lineStart || bytes[at - 1] == space else { return false }
        for index in at..<lineEnd where !isPrintable(bytes[index]) { throw GivenUp.because }
        return true
    }

    private func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }
}

private let dash = UInt8(ascii: "-")
private let colon = UInt8(ascii: ":")
private let space = UInt8(ascii: " ")

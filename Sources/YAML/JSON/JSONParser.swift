import Diagnostics

/// One pass over the bytes of a JSON text. Recursion is bounded by the depth limit.
struct JSONParser {
    private let bytes: Bytes
    private let limits: ReadLimits
    private var at = 0
    private var nodes = 0
    private var places: PlaceCounter

    /// Reads from an offset on, with the marks of the whole text.
    init(
        _ bytes: Bytes, _ limits: ReadLimits, from start: Int = 0,
        at mark: Mark = Mark(line: 1, column: 1)
    ) {
        self.bytes = bytes
        self.limits = limits
        at = start
        places = PlaceCounter(bytes, from: start, at: mark)
    }

    /// The next of several values that follow each other; nil at the end.
    mutating func next() throws(JSONError) -> Node? {
        skipSpace()
        guard at < bytes.count else { return nil }
        nodes = 0
        return try value(depth: 0)
    }

    mutating func wholeText() throws(JSONError) -> Node {
        skipSpace()
        let node = try value(depth: 0)
        skipSpace()
        guard at == bytes.count else { throw unexpected("the end of the text") }
        return node
    }

    private mutating func value(depth: Int) throws(JSONError) -> Node {
        let mark = places.mark(at)
        nodes += 1
        if nodes > limits.nodes {
            throw JSONError(.nodeLimit, "the text has more than \(limits.nodes) values", at: mark)
        }
        switch peek ?? 0 {
        case UInt8(ascii: "{"):
            return Node(.map(try object(depth: try deeper(depth, mark))), at: mark)
        case UInt8(ascii: "["):
            return Node(.list(try array(depth: try deeper(depth, mark))), at: mark)
        case UInt8(ascii: "\""): return Node(.string(try string()), at: mark)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return Node(try number(), at: mark)
        case UInt8(ascii: "t"): return Node(try word("true", .bool(true)), at: mark)
        case UInt8(ascii: "f"): return Node(try word("false", .bool(false)), at: mark)
        case UInt8(ascii: "n"): return Node(try word("null", .null), at: mark)
        default: throw unexpected("a value")
        }
    }

    private func deeper(_ depth: Int, _ mark: Mark) throws(JSONError) -> Int {
        guard depth < limits.depth else {
            throw JSONError(.depthLimit, "lists and maps nest deeper than \(limits.depth) levels", at: mark)
        }
        return depth + 1
    }

    private mutating func object(depth: Int) throws(JSONError) -> [Node.Entry] {
        at += 1
        skipSpace()
        var keys = KeySet()
        var entries: [Node.Entry] = []
        if take("}") { return entries }
        while true {
            guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
            let mark = places.mark(at)
            let key = try string()
            if let first = entries.withUnsafeBufferPointer({ keys.insert(key, among: $0) }) {
                let message = "the key \"\(key.escapingControls)\" stands twice in one object"
                throw JSONError(.duplicateKey, message, at: mark, first: entries[first].keyMark)
            }
            skipSpace()
            guard take(":") else { throw unexpected("':' after the key") }
            skipSpace()
            entries.append(Node.Entry(key, try value(depth: depth), at: mark))
            skipSpace()
            if take("}") { return entries }
            guard take(",") else { throw unexpected("',' or '}'") }
            skipSpace()
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [Node] {
        at += 1
        skipSpace()
        var elements: [Node] = []
        if take("]") { return elements }
        while true {
            elements.append(try value(depth: depth))
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw unexpected("',' or ']'") }
            skipSpace()
        }
    }

    private mutating func word(
        _ text: StaticString, _ content: Node.Content
    ) throws(JSONError) -> Node.Content {
        let end = at + text.utf8CodeUnitCount
        guard end <= bytes.count, bytes[at..<end].elementsEqual(text.buffer) else {
            throw unexpected("a value")
        }
        at = end
        return content
    }
}

// MARK: Strings

extension JSONParser {
    private mutating func string() throws(JSONError) -> String {
        let start = at + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
            bytes[end] >= 0x20
        {
            end += 1
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            try checkLength(end - start)
            let text = try decode(UnsafeBufferPointer(rebasing: bytes[start..<end]), from: start)
            at = end + 1
            return text
        }
        return try escapedString(from: start, to: end)
    }

    /// A string that has escapes: the parts before, between and after them are collected.
    private mutating func escapedString(from start: Int, to firstEscape: Int) throws(JSONError) -> String {
        var collected = Array(bytes[start..<firstEscape])
        at = firstEscape
        while true {
            guard let byte = peek else { throw fail(.jsonSyntax, "the string does not end", at: start - 1) }
            switch byte {
            case UInt8(ascii: "\""):
                let text = try collected.withUnsafeBufferPointer { buffer throws(JSONError) in
                    try decode(buffer, from: start)
                }
                at += 1
                return text
            case UInt8(ascii: "\\"): try escape(into: &collected)
            case 0..<0x20:
                let name = hexadecimal(UInt32(byte))
                throw fail(.jsonSyntax, "the control character \(name) must be escaped in a string", at: at)
            default:
                collected.append(byte)
                at += 1
            }
            try checkLength(collected.count)
        }
    }

    private mutating func escape(into collected: inout [UInt8]) throws(JSONError) {
        let start = at
        at += 1
        guard let byte = peek else { throw fail(.jsonSyntax, "the string does not end", at: start) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(byte)
        case UInt8(ascii: "b"): collected.append(0x08)
        case UInt8(ascii: "f"): collected.append(0x0C)
        case UInt8(ascii: "n"): collected.append(0x0A)
        case UInt8(ascii: "r"): collected.append(0x0D)
        case UInt8(ascii: "t"): collected.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = try unicodeEscape(from: start)
            collected.append(contentsOf: Character(scalar).utf8)
        default: throw fail(.jsonSyntax, "no escape of JSON begins like this", at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let unit = try fourDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, peek == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u")
        {
            at += 2
            let low = try fourDigits()
            if (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            {
                return scalar
            }
        }
        throw fail(.jsonSyntax, "half of a surrogate pair stands alone", at: start)
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek.flatMap(hexadecimalDigit) else {
                throw unexpected("four hexadecimal digits after \\u")
            }
            value = value << 4 | digit
            at += 1
        }
        return value
    }

    private mutating func decode(
        _ buffer: Bytes, from start: Int
    ) throws(JSONError) -> String {
        if let text = String(validating: buffer, as: UTF8.self) { return text }
        throw fail(.invalidText, "the string is not valid UTF-8", at: start)
    }

    private mutating func checkLength(_ count: Int) throws(JSONError) {
        guard count <= limits.scalarBytes else {
            throw fail(.scalarLimit, "the string has more than \(limits.scalarBytes) bytes", at: at)
        }
    }
}

// MARK: Numbers, tokens, errors

extension JSONParser {
    private mutating func number() throws(JSONError) -> Node.Content {
        let start = at
        let negative = take("-")
        let first = at
        var magnitude: UInt64? = 0
        while let digit = peek, isDigit(digit) {
            magnitude = magnitude.flatMap { appending(digit, to: $0) }
            at += 1
        }
        guard at > first else { throw unexpected("a digit") }
        if bytes[first] == UInt8(ascii: "0"), at > first + 1 {
            throw fail(.jsonSyntax, "a number does not begin with 0", at: start)
        }
        let isWhole = try !fractionAndExponent()
        if isWhole, let magnitude, let exact = Node.Content(magnitude: magnitude, negative: negative) {
            return exact
        }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
        guard text.count <= limits.scalarBytes, let value = Double(String(decoding: text, as: UTF8.self)),
            value.isFinite
        else { throw fail(.jsonSyntax, "the number is too large", at: start) }
        return .double(value)
    }

    /// Skips both, and says whether there was one.
    private mutating func fractionAndExponent() throws(JSONError) -> Bool {
        let start = at
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return at > start
    }

    private mutating func digits() throws(JSONError) {
        guard let byte = peek, isDigit(byte) else { throw unexpected("a digit") }
        while let byte = peek, isDigit(byte) { at += 1 }
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    private mutating func fail(_ code: Code, _ message: String, at offset: Int) -> JSONError {
        JSONError(code, message, at: places.mark(offset))
    }

    private mutating func unexpected(_ wanted: String) -> JSONError {
        guard let byte = peek else {
            return fail(.jsonSyntax, "the text ends where \(wanted) is expected", at: at)
        }
        let found =
            (0x21..<0x7F).contains(byte)
            ? "'\(Character(Unicode.Scalar(byte)))'" : "the byte \(hexadecimal(UInt32(byte)))"
        return fail(.jsonSyntax, "\(found) stands where \(wanted) is expected", at: at)
    }
}

extension StaticString {
    fileprivate var buffer: Bytes {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}

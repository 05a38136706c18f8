import Diagnostics

/// A word of an expression.
enum CELToken {
    case name(String)
    case literal(String)
    case symbol(String)

    var text: String {
        switch self {
        case .name(let text), .literal(let text), .symbol(let text): text.escapingControls
        }
    }

    static func tokens(of text: String) throws(CELError) -> [CELToken] {
        var reader = CELReader(bytes: Array(text.utf8))
        var tokens: [CELToken] = []
        while let token = try reader.token() { tokens.append(token) }
        return tokens
    }
}

/// Takes an expression apart.
private struct CELReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func token() throws(CELError) -> CELToken? {
        skipSpace()
        guard let byte = peek() else { return nil }
        if let text = try quoted() { return .literal(text) }
        if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1)?.isDigit == true) {
            return .literal(number())
        }
        if byte.isLetter {
            let name = take { $0.isLetter || $0.isDigit }
            switch name {
            case "true", "false", "null": return .literal(name)
            case "in": return .symbol(name)
            default: return .name(name)
            }
        }
        for length in [2, 1] {
            let symbol = String(
                decoding: bytes[position..<min(position + length, bytes.count)], as: UTF8.self)
            guard Self.symbols.contains(symbol) else { continue }
            position += length
            return .symbol(symbol)
        }
        let rest = String(decoding: bytes[position...], as: UTF8.self)
        throw CELError(problem: "\(String(rest.prefix(1)).quoted) means nothing")
    }

    /// White space, and comments to the end of a line.
    private mutating func skipSpace() {
        while let byte = peek() {
            if byte == UInt8(ascii: "/"), peek(1) == byte {
                while let next = peek(), next != UInt8(ascii: "\n") { position += 1 }
            } else if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    /// Digits with a fraction, an exponent, a base or a sign of type; the rest is the compiler's matter.
    private mutating func number() -> String {
        var previous: UInt8 = 0
        return take { byte in
            let isExponentSign =
                (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"))
                && previous | 0x20 == UInt8(ascii: "e")
            previous = byte
            return byte.isDigit || byte.isLetter || byte == UInt8(ascii: ".") || isExponentSign
        }
    }

    /// A text in single, double or triple quotes, maybe after `r` or `b`; nil where none begins.
    private mutating func quoted() throws(CELError) -> String? {
        var start = position
        while start < position + 2, start < bytes.count, [0x72, 0x62].contains(bytes[start] | 0x20) {
            start += 1
        }
        guard start < bytes.count, bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: "\"")
        else {
            return nil
        }
        let quote = bytes[start]
        let isRaw = bytes[position..<start].contains { $0 | 0x20 == 0x72 }
        let isTriple = bytes[start...].prefix(3).elementsEqual([quote, quote, quote])
        let end = isTriple ? [quote, quote, quote] : [quote]
        var index = start + end.count
        while index < bytes.count {
            if bytes[index...].prefix(end.count).elementsEqual(end) {
                defer { position = index + end.count }
                return String(decoding: bytes[position..<(index + end.count)], as: UTF8.self)
            }
            if !isTriple, bytes[index] == UInt8(ascii: "\n") { break }
            index += bytes[index] == UInt8(ascii: "\\") && !isRaw ? 2 : 1
        }
        throw CELError(problem: "a quote is not closed")
    }

    private mutating func take(while isPart: (UInt8) -> Bool) -> String {
        let start = position
        while let byte = peek(), isPart(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private static let symbols: Set = [
        "||", "&&", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(",
        ")",
        "[", "]", "{", "}",
    ]
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    fileprivate var isLetter: Bool { self == 0x5F || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) }
}

/// Strings in double quotes, as Go's strconv writes and reads them.
package enum GoQuoting {
    /// `%q`; with `ascii` `%+q`.
    package static func quoted(_ text: Text, ascii: Bool = false) -> String {
        let bytes = text.bytes
        var result = "\""
        var index = 0
        while index < bytes.count {
            let (scalar, count) = GoCharacter.decode(bytes, at: index)
            if scalar == "\u{fffd}", count == 1 {
                result += "\\x" + hexadecimal(UInt32(bytes[index]), 2)
            } else {
                result += escaped(scalar, quote: "\"", ascii: ascii)
            }
            index += count
        }
        return result + "\""
    }

    /// Whether the text may stand between backquotes.
    static func canBeRaw(_ text: Text) -> Bool {
        text.isUTF8
            && text.string.unicodeScalars.allSatisfy {
                $0 != "`" && $0 != "\u{feff}" && $0.value != 0x7f && ($0.value >= 0x20 || $0 == "\t")
            }
    }

    /// Between backquotes where that is possible (`%#q`).
    static func backquoted(_ text: Text) -> String {
        canBeRaw(text) ? "`\(text.string)`" : quoted(text)
    }

    /// `%q` of a number.
    package static func quoted(character scalar: Unicode.Scalar, ascii: Bool = false) -> String {
        "'" + escaped(scalar, quote: "'", ascii: ascii) + "'"
    }

    private static func escaped(_ scalar: Unicode.Scalar, quote: Unicode.Scalar, ascii: Bool) -> String {
        if scalar == quote || scalar == "\\" { return "\\" + String(scalar) }
        if GoCharacter.isPrintable(scalar), scalar.isASCII || !ascii { return String(scalar) }
        switch scalar.value {
        case 7: return "\\a"
        case 8: return "\\b"
        case 9: return "\\t"
        case 10: return "\\n"
        case 11: return "\\v"
        case 12: return "\\f"
        case 13: return "\\r"
        case ..<0x20, 0x7f: return "\\x" + hexadecimal(scalar.value, 2)
        case ..<0x10000: return "\\u" + hexadecimal(scalar.value, 4)
        default: return "\\U" + hexadecimal(scalar.value, 8)
        }
    }

    static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// What a literal stands for, quotes included; nil when it breaks the rules (`invalid syntax`).
    static func unquoted(_ literal: Text) -> Text? {
        var bytes = literal.bytes[...]
        guard bytes.count >= 2, let quote = bytes.popFirst(), bytes.popLast() == quote else { return nil }
        if quote == UInt8(ascii: "`") { return Text(bytes: bytes.filter { $0 != UInt8(ascii: "\r") }) }
        var result: [UInt8] = []
        while !bytes.isEmpty {
            guard let piece = unquotedPiece(&bytes, quote) else { return nil }
            result += piece
        }
        return Text(bytes: result)
    }

    /// The character of a constant such as `'\n'`; nil when it breaks the rules.
    static func character(_ literal: Text) -> (scalar: Unicode.Scalar, rest: ArraySlice<UInt8>)? {
        var bytes = literal.bytes.dropFirst()
        guard let piece = unquotedPiece(&bytes, UInt8(ascii: "'")) else { return nil }
        if piece.count == 1, let byte = piece.first { return (Unicode.Scalar(byte), bytes) }
        return (GoCharacter.decode(piece, at: 0).scalar, bytes)
    }

    private static func unquotedPiece(_ bytes: inout ArraySlice<UInt8>, _ quote: UInt8) -> [UInt8]? {
        guard let byte = bytes.popFirst() else { return nil }
        if byte == quote || byte == UInt8(ascii: "\n") { return nil }
        guard byte == UInt8(ascii: "\\") else {
            guard byte >= 0x80 else { return [byte] }
            let rest = [byte] + bytes.prefix(3)
            let count = GoCharacter.decode(rest, at: 0).count
            bytes = bytes.dropFirst(count - 1)
            return Array(rest.prefix(count))
        }
        guard let escape = bytes.popFirst() else { return nil }
        switch escape {
        case UInt8(ascii: "a"): return [7]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "v"): return [11]
        case UInt8(ascii: "\\"): return [escape]
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return escape == quote ? [escape] : nil
        case UInt8(ascii: "x"): return number(&bytes, 2, 16).map { [UInt8(truncatingIfNeeded: $0)] }
        case UInt8(ascii: "u"): return number(&bytes, 4, 16).flatMap(utf8)
        case UInt8(ascii: "U"): return number(&bytes, 8, 16).flatMap(utf8)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            bytes = [escape] + bytes
            return number(&bytes, 3, 8).flatMap { $0 > 255 ? nil : [UInt8($0)] }
        default: return nil
        }
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>, _ count: Int, _ radix: Int) -> UInt32? {
        guard bytes.count >= count else { return nil }
        let digits = bytes.prefix(count)
        bytes = bytes.dropFirst(count)
        guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else {
            return nil
        }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    }

    private static func utf8(_ value: UInt32) -> [UInt8]? {
        Unicode.Scalar(value).map { Array(String($0).utf8) }
    }
}

/// `html`, `js` and `urlquery`.
enum Escapes {
    static func html(_ text: Text) -> Text {
        replacing(text) { byte in
            switch byte {
            case 0: "\u{fffd}"
            case UInt8(ascii: "\""): "&#34;"
            case UInt8(ascii: "'"): "&#39;"
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            default: nil
            }
        }
    }

    static func urlQuery(_ text: Text) -> Text {
        replacing(text) { byte in
            switch byte {
            case UInt8(ascii: " "): "+"
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."), UInt8(ascii: "~"):
                nil
            default: "%" + GoQuoting.hexadecimal(UInt32(byte), 2).uppercased()
            }
        }
    }

    private static func replacing(_ text: Text, _ replacement: (UInt8) -> String?) -> Text {
        var result: [UInt8] = []
        for byte in text.bytes {
            if let piece = replacement(byte) { result += piece.utf8 } else { result.append(byte) }
        }
        return Text(bytes: result)
    }

    static func javaScript(_ text: Text) -> Text {
        let bytes = text.bytes
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let (scalar, count) = GoCharacter.decode(bytes, at: index)
            if let escape = javaScript(scalar) {
                result += escape.utf8
            } else {
                result += bytes[index..<(index + count)]
            }
            index += count
        }
        return Text(bytes: result)
    }

    private static func javaScript(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\\": return "\\\\"
        case "'": return "\\'"
        case "\"": return "\\\""
        case "<", ">", "&", "=", "\0"..<" ": break
        default: if scalar.isASCII || GoCharacter.isPrintable(scalar) { return nil }
        }
        return "\\u" + GoQuoting.hexadecimal(scalar.value, 4).uppercased()
    }
}

/// The names that lead to a value of a TOML document.
struct TOMLKey: Hashable {
    var names: [Text]

    /// The names with points between them, in quotes where they must be.
    var text: String { names.map(Self.spelling).joined(separator: ".") }

    static func spelling(_ name: Text) -> String {
        let isBare = name.bytes.allSatisfy(isBareCharacter)
        return isBare && !name.isEmpty ? name.string : quoted(name)
    }

    static func isBareCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// A basic string: control characters escaped, everything else as it is.
    static func quoted(_ text: Text) -> String {
        var result = "\""
        for scalar in text.string.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\u{8}": result += "\\b"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\u{C}": result += "\\f"
            case "\r": result += "\\r"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

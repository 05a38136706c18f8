/// What a scalar with a tag means.
enum TaggedScalar {
    struct Mismatch: Error {
        let message: String
    }

    /// The core tags demand their kind of value; `!!binary` is decoded; unknown tags leave the text as it is.
    static func resolve(_ tag: String, _ text: Bytes) throws(Mismatch) -> Node.Content {
        let value = PlainScalar.resolve(text)
        switch (tag, value) {
        case (core + "str", _): return .string(String(decoding: text, as: UTF8.self))
        case (core + "null", .null?), (core + "bool", .bool?), (core + "int", .int?),
            (core + "int", .unsigned?),
            (core + "float", .double?):
            return value ?? .null
        case (core + "null", _), (core + "bool", _), (core + "int", _), (core + "float", _):
            throw Mismatch(message: "the text does not fit its tag !!\(tag.dropFirst(core.count))")
        case (core + "binary", _): return .string(try binary(text))
        default: return .string(String(decoding: text, as: UTF8.self))
        }
    }

    private static let core = "tag:yaml.org,2002:"

    private static func binary(_ text: Bytes) throws(Mismatch) -> String {
        guard let bytes = Base64.decode(text) else { throw Mismatch(message: "the text is not base64") }
        guard let decoded = String(validating: bytes, as: UTF8.self) else {
            throw Mismatch(message: "the bytes of a !!binary value are used as text, and these are not UTF-8")
        }
        return decoded
    }
}

private enum Base64 {
    /// Standard alphabet with padding; line breaks and blanks between are skipped.
    static func decode(_ text: Bytes) -> [UInt8]? {
        let symbols = text.filter { $0 > 0x20 }
        guard symbols.count % 4 == 0 else { return nil }
        let digits = symbols.prefix { $0 != UInt8(ascii: "=") }
        guard symbols.count - digits.count <= 2, symbols.dropFirst(digits.count).allSatisfy({ $0 == 0x3D })
        else {
            return nil
        }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for symbol in digits {
            guard let value = value(of: symbol) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(of symbol: UInt8) -> UInt32? {
        switch symbol {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(symbol) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(symbol) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(symbol) - 48 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

import CLibYAML

/// Which style a text asks for. The emitter still takes quotes where the characters of a plain text need
/// them.
enum TextStyle {
    static func style(of text: String) -> yaml_scalar_style_t {
        var text = text
        return text.withUTF8 { bytes in
            if hasOddBreak(bytes) { return YAML_DOUBLE_QUOTED_SCALAR_STYLE }
            if bytes.contains(0x0A) { return YAML_LITERAL_SCALAR_STYLE }
            return meansSomethingElse(bytes) ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE
        }
    }

    /// Whether some reader takes the bare text for anything but a string: ours, one of YAML 1.1 (sexagesimal
    /// numbers, timestamps, `=`, `<<`), or one of YAML 1.2 (`1e3`, `1.`).
    private static func meansSomethingElse(_ text: Bytes) -> Bool {
        guard let first = text.first else { return true }
        if PlainScalar.resolve(text) != nil { return true }
        switch first {
        case UInt8(ascii: "="): return text.count == 1
        case UInt8(ascii: "<"): return text.count == 2 && text[1] == first
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return isNumberElsewhere(text) || isSexagesimal(text) || isTimestamp(text)
        default: return false
        }
    }

    /// NEL and the separators of Unicode: line breaks that readers fold or change.
    private static func hasOddBreak(_ text: Bytes) -> Bool {
        for (at, byte) in text.enumerated() where byte == 0xC2 || byte == 0xE2 {
            let next = at + 1 < text.count ? text[at + 1] : 0
            if byte == 0xC2, next == 0x85 { return true }
            if byte == 0xE2, next == 0x80, at + 2 < text.count, text[at + 2] & 0xFE == 0xA8 { return true }
        }
        return false
    }

    private static func isNumberElsewhere(_ text: Bytes) -> Bool {
        var rest = text.filter { $0 != UInt8(ascii: "_") }[...]
        drop(&rest, "+-", most: 1)
        let whole = dropDigits(&rest, most: .max)
        drop(&rest, ".", most: 1)
        guard whole + dropDigits(&rest, most: .max) > 0 else { return false }
        if drop(&rest, "eE", most: 1) > 0 {
            drop(&rest, "+-", most: 1)
            guard dropDigits(&rest, most: .max) > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// `190:20:30`, and with a fraction.
    private static func isSexagesimal(_ text: Bytes) -> Bool {
        var rest = Array(text)[...]
        drop(&rest, "+-", most: 1)
        guard drop(&rest, "0123456789_", most: .max) > 0, rest.first == UInt8(ascii: ":") else {
            return false
        }
        while drop(&rest, ":", most: 1) > 0 {
            guard dropDigits(&rest, most: 2) > 0 else { return false }
        }
        if drop(&rest, ".", most: 1) > 0 { drop(&rest, "0123456789_", most: .max) }
        return rest.isEmpty
    }

    /// A date alone, or with anything that begins like a time.
    private static func isTimestamp(_ text: Bytes) -> Bool {
        var rest = Array(text)[...]
        guard dropDigits(&rest, most: 4) == 4, drop(&rest, "-", most: 1) == 1, dropDigits(&rest, most: 2) > 0,
            drop(&rest, "-", most: 1) == 1, dropDigits(&rest, most: 2) > 0
        else { return false }
        if rest.isEmpty { return true }
        return drop(&rest, "Tt \t", most: .max) > 0 && dropDigits(&rest, most: 1) == 1
    }

    private static func dropDigits(_ rest: inout ArraySlice<UInt8>, most: Int) -> Int {
        drop(&rest, "0123456789", most: most)
    }

    @discardableResult
    private static func drop(_ rest: inout ArraySlice<UInt8>, _ set: String, most: Int) -> Int {
        let count = rest.prefix { set.utf8.contains($0) }.count
        let dropped = min(count, most)
        rest = rest.dropFirst(dropped)
        return dropped
    }
}

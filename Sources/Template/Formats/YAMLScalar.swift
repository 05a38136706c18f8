/// What an unquoted scalar means to goyaml, versions 2 and 3 (which no longer takes `yes` for a truth value,
/// but quotes it all the same).
enum YAMLScalar {
    enum Meaning {
        case null
        case bool(Bool)
        case int(Int64)
        case unsigned(UInt64)
        case float(Double)
        /// A string to whoever asks for no time.
        case timestamp
        case string
    }

    static func meaning(of text: String, mayBeTime: Bool = true) -> Meaning {
        guard let first = text.utf8.first else { return .null }
        switch first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"),
            UInt8(ascii: "~"):
            return words[text] ?? .string
        case UInt8(ascii: "."):
            return words[text] ?? float(text) ?? .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            if let word = words[text] { return word }
            if mayBeTime, isTimestamp(text) { return .timestamp }
            let plain = text.utf8.contains(UInt8(ascii: "_")) ? String(text.filter { $0 != "_" }) : text
            return whole(plain) ?? float(plain) ?? .string
        default: return .string
        }
    }

    /// Whether the bare text reads back as the string that it is, to readers of sexagesimal numbers too.
    static func isPlainString(_ text: String) -> Bool {
        guard case .string = meaning(of: text) else { return false }
        return !isSexagesimal(text)
    }

    private static let words: [String: Meaning] = {
        var words: [String: Meaning] = [:]
        for word in ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"] {
            words[word] = .bool(true)
        }
        for word in ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"] {
            words[word] = .bool(false)
        }
        for word in ["~", "null", "Null", "NULL"] { words[word] = .null }
        for word in ["inf", "Inf", "INF"] {
            words["." + word] = .float(.infinity)
            words["+." + word] = .float(.infinity)
            words["-." + word] = .float(-.infinity)
        }
        for word in [".nan", ".NaN", ".NAN"] { words[word] = .float(.nan) }
        return words
    }()
}

// MARK: Numbers

extension YAMLScalar {
    /// Decimal, or with a prefix hexadecimal, octal (also by a leading zero) or binary; a sign allowed for
    /// what 63 bits hold.
    private static func whole(_ text: String) -> Meaning? {
        var digits = Substring(text)
        let sign = digits.first
        let isSigned = sign == "-" || sign == "+"
        if isSigned { digits.removeFirst() }
        guard let first = digits.utf8.first, first &- 0x30 < 10 else { return nil }
        var radix = 10
        if first == UInt8(ascii: "0"), digits.utf8.count > 1 {
            let mark = digits.utf8.dropFirst().first.map { $0 | 0x20 }
            radix = mark == UInt8(ascii: "x") ? 16 : mark == UInt8(ascii: "b") ? 2 : 8
            let hasMark = radix != 8 || mark == UInt8(ascii: "o")
            digits = digits.dropFirst(hasMark ? 2 : 1)
        }
        guard let start = digits.utf8.first, start != UInt8(ascii: "-"), start != UInt8(ascii: "+"),
            let magnitude = UInt64(digits, radix: radix)
        else { return nil }
        if sign == "-" {
            return magnitude <= UInt64(Int64.max) + 1 ? .int(Int64(truncatingIfNeeded: 0 &- magnitude)) : nil
        }
        if let number = Int64(exactly: magnitude) { return .int(number) }
        return isSigned ? nil : .unsigned(magnitude)
    }

    /// By YAML 1.2: digits, perhaps a point and further digits, perhaps an exponent. What overflows is none.
    private static func float(_ text: String) -> Meaning? {
        var rest = Substring(text).utf8
        drop(&rest, "+-", most: 1)
        let whole = drop(&rest, "0123456789")
        var fraction = 0
        if drop(&rest, ".", most: 1) == 1 { fraction = drop(&rest, "0123456789") }
        guard whole + fraction > 0 else { return nil }
        if drop(&rest, "eE", most: 1) == 1 {
            drop(&rest, "+-", most: 1)
            if drop(&rest, "0123456789") == 0 { return nil }
        }
        guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
        return .float(value)
    }

    /// `190:20:30`, and with a fraction: numbers of YAML 1.1 that goyaml reads as strings.
    private static func isSexagesimal(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        drop(&rest, "+-", most: 1)
        guard drop(&rest, "0123456789", most: 1) == 1 else { return false }
        drop(&rest, "0123456789_")
        guard rest.first == UInt8(ascii: ":") else { return false }
        while drop(&rest, ":", most: 1) == 1 {
            guard let first = rest.first else { return false }
            let count = drop(&rest, "0123456789")
            guard count == 1 || count == 2 && first < UInt8(ascii: "6") else { return false }
        }
        if drop(&rest, ".", most: 1) == 1 { drop(&rest, "0123456789_") }
        return rest.isEmpty
    }

    @discardableResult
    private static func drop(_ rest: inout Substring.UTF8View, _ set: String, most: Int = .max) -> Int {
        let count = min(rest.prefix { set.utf8.contains($0) }.count, most)
        rest = rest.dropFirst(count)
        return count
    }
}

// MARK: Times

extension YAMLScalar {
    private static let layouts = [
        "2006-1-2T15:4:5.999999999Z07:00", "2006-1-2t15:4:5.999999999Z07:00", "2006-1-2 15:4:5.999999999",
        "2006-1-2",
    ].map { TimeLayout($0) }

    private static func isTimestamp(_ text: String) -> Bool {
        let year = text.utf8.prefix { $0 &- 0x30 < 10 }.count
        guard year == 4, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else { return false }
        return layouts.contains { layout in
            (try? TimeReader.instant(text, layout: layout, zone: .utc)) != nil
        }
    }
}

typealias Bytes = UnsafeBufferPointer<UInt8>

/// What an unquoted scalar means, by the rules of the YAML library of Kubernetes and Istio 0.7.1 (go-yaml
/// v2): words and octal numbers of YAML 1.1, but no sexagesimal numbers, no timestamps, and exponents only
/// with a sign.
enum PlainScalar {
    /// The value, or nil when the text is a string. Decided by the first byte for nearly all texts.
    static func resolve(_ text: Bytes) -> Node.Content? {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "~"):
            return text.count <= longestWord ? word(text, first) : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): return number(text)
        case UInt8(ascii: "."): return special(text) ?? pointFirst(text)
        default: return nil
        }
    }

    private static let longestWord = 5

    private static func word(_ text: Bytes, _ first: UInt8) -> Node.Content? {
        switch first | 0x20 {
        case UInt8(ascii: "y"): text.count == 1 || isWord(text, "yes") ? .bool(true) : nil
        case UInt8(ascii: "t"): isWord(text, "true") ? .bool(true) : nil
        case UInt8(ascii: "f"): isWord(text, "false") ? .bool(false) : nil
        case UInt8(ascii: "o"): isWord(text, "on") ? .bool(true) : isWord(text, "off") ? .bool(false) : nil
        case UInt8(ascii: "n"):
            text.count == 1 || isWord(text, "no") ? .bool(false) : isWord(text, "null") ? .null : nil
        default: first == UInt8(ascii: "~") && text.count == 1 ? .null : nil
        }
    }

    /// In lower case, with a capital, or in capitals; nothing between.
    private static func isWord(_ text: Bytes, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount, text[0] | 0x20 == word.utf8Start[0] else { return false }
        let startsLower = text[0] & 0x20 != 0
        let restUpper = text[1] & 0x20 == 0
        if startsLower && restUpper { return false }
        for index in 1..<text.count where text[index] != word.utf8Start[index] & (restUpper ? 0xDF : 0xFF) {
            return false
        }
        return true
    }

    private static func number(_ text: Bytes) -> Node.Content? {
        if !text.contains(UInt8(ascii: "_")) { return plainNumber(text) }
        // Underscores may stand anywhere but first.
        return text.filter { $0 != UInt8(ascii: "_") }.withUnsafeBufferPointer { plainNumber($0) }
    }

    private static func plainNumber(_ text: Bytes) -> Node.Content? {
        let signed = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")
        let digits = signed ? UnsafeBufferPointer(rebasing: text.dropFirst()) : text
        guard let first = digits.first else { return nil }
        if !isDigit(first) {
            guard first == UInt8(ascii: ".") else { return nil }
            return special(text) ?? float(text)
        }
        let negative = text[0] == UInt8(ascii: "-")
        if let magnitude = whole(digits), let exact = Node.Content(magnitude: magnitude, negative: negative) {
            return exact
        }
        return float(text)
    }

    /// Decimal, or by a prefix hexadecimal, octal (`0o7` and `07`), binary.
    private static func whole(_ digits: Bytes) -> UInt64? {
        guard digits[0] == UInt8(ascii: "0"), digits.count > 1 else { return decimal(digits) }
        let rest = UnsafeBufferPointer(rebasing: digits.dropFirst(2))
        switch digits[1] | 0x20 {
        case UInt8(ascii: "x"): return power(rest, bits: 4)
        case UInt8(ascii: "o"): return power(rest, bits: 3)
        case UInt8(ascii: "b"): return power(rest, bits: 1)
        default: return power(UnsafeBufferPointer(rebasing: digits.dropFirst()), bits: 3)
        }
    }

    private static func decimal(_ digits: Bytes) -> UInt64? {
        var value: UInt64 = 0
        for digit in digits {
            guard isDigit(digit), let next = appending(digit, to: value) else { return nil }
            value = next
        }
        return value
    }

    private static func power(_ digits: Bytes, bits: UInt64) -> UInt64? {
        guard !digits.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = hexadecimalDigit(byte), digit < 1 << bits, value >> (64 - bits) == 0 else {
                return nil
            }
            value = value << bits | UInt64(digit)
        }
        return value
    }

    /// Digits, perhaps a point, digits, perhaps an exponent with a sign; what overflows is a string.
    private static func float(_ text: Bytes) -> Node.Content? {
        var at = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") ? 1 : 0
        let whole = skipDigits(text, &at)
        var fraction = 0
        if at < text.count, text[at] == UInt8(ascii: ".") {
            at += 1
            fraction = skipDigits(text, &at)
            if fraction == 0 { return nil }
        }
        guard whole + fraction > 0 else { return nil }
        return exponentAndValue(text, at, signRequired: true)
    }

    private static func pointFirst(_ text: Bytes) -> Node.Content? {
        var at = 1
        return skipDigits(text, &at) > 0 ? exponentAndValue(text, at, signRequired: false) : nil
    }

    private static func exponentAndValue(_ text: Bytes, _ start: Int, signRequired: Bool) -> Node.Content? {
        var at = start
        if at < text.count {
            guard text[at] | 0x20 == UInt8(ascii: "e") else { return nil }
            at += 1
            let signed = at < text.count && (text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+"))
            if signed { at += 1 }
            guard signed || !signRequired, skipDigits(text, &at) > 0, at == text.count else { return nil }
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return .double(value)
    }

    private static func skipDigits(_ text: Bytes, _ at: inout Int) -> Int {
        let start = at
        while at < text.count, isDigit(text[at]) { at += 1 }
        return at - start
    }

    private static func special(_ text: Bytes) -> Node.Content? {
        guard text.count == 4 || text.count == 5 else { return nil }
        switch String(decoding: text, as: UTF8.self) {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .double(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
        case ".nan", ".NaN", ".NAN": return .double(.nan)
        default: return nil
        }
    }
}

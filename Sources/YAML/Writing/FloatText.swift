/// Doubles in the two notations of Go, with the fewest digits that read back as the same number.
enum FloatText {
    /// As Go's JSON encoder: an exponent only below 1e-6 and from 1e21 on (`1e-7`, `1e+21`). JSON has no
    /// infinities and no NaN: null stands for them.
    static func json(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let size = value.magnitude
        let isPlain = size == 0 || (size >= 1e-6 && size < 1e21)
        return isPlain ? FloatDigits(value).plain : FloatDigits(value).exponential(width: 1)
    }

    /// As Go's YAML encoder: whole numbers of up to 64 bits as such; others with an exponent of two digits at
    /// least below 1e-4 and from 1e6 on (`1e-05`, `1.5e+06`); `.inf` and `.nan` as words.
    static func yaml(_ value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
        if let whole = Int64(exactly: value) { return String(whole) }
        if let whole = UInt64(exactly: value) { return String(whole) }
        return general(FloatDigits(value))
    }

    /// As the Go library spells a number that is a key: with the digits that single precision needs.
    static func key(_ value: Double) -> String {
        let single = Float(value)
        return single.isFinite ? general(FloatDigits(single)) : yaml(value)
    }

    private static func general(_ digits: FloatDigits) -> String {
        let exponent = digits.point - 1
        return exponent < -4 || exponent >= 6 ? digits.exponential(width: 2) : digits.plain
    }
}

/// The shortest decimal digits of a finite double and the place of its point: 0.digits × 10^point.
private struct FloatDigits {
    private var isNegative = false
    private var digits: [UInt8] = []
    private(set) var point = 0

    init(_ value: some CustomStringConvertible & BinaryFloatingPoint) {
        var exponent = 0
        var seenPoint = false
        let parts = value.description.split(separator: "e")
        if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
        for byte in (parts.first ?? "").utf8 {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): seenPoint = true
            default:
                digits.append(byte)
                if !seenPoint { point += 1 }
            }
        }
        point += exponent
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        while digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            point -= 1
        }
        if digits == [UInt8(ascii: "0")] { point = 1 }
    }

    var plain: String {
        let text = String(decoding: digits, as: UTF8.self)
        let sign = isNegative ? "-" : ""
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
        if point >= digits.count { return sign + text + String(repeating: "0", count: point - digits.count) }
        return sign + text.prefix(point) + "." + text.dropFirst(point)
    }

    func exponential(width: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        let fraction = digits.count > 1 ? "." + text.dropFirst() : ""
        let exponent = String((point - 1).magnitude)
        let padding = String(repeating: "0", count: max(0, width - exponent.count))
        let sign = (isNegative ? "-" : "", point - 1 < 0 ? "-" : "+")
        return sign.0 + text.prefix(1) + fraction + "e" + sign.1 + padding + exponent
    }
}

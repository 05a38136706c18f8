#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Floating-point numbers as Go's strconv.FormatFloat writes them.
package enum Decimals {
    /// Decimal digits and where the point stands: 0.`digits` × 10^`point`.
    private struct Digits {
        var digits: [UInt8]
        var point: Int
    }

    /// `format` is one of `e E f g G x X b`; a precision of -1 asks for the fewest digits that read back
    /// the same.
    package static func text(_ value: Double, _ format: Character, precision: Int = -1) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        let sign = value.sign == .minus ? "-" : ""
        let magnitude = value.magnitude
        switch format {
        case "e", "E": return sign + exponential(digits(magnitude, precision, plus: 1), precision, format)
        case "f": return sign + fixed(magnitude, precision)
        case "x", "X":
            let text = hexadecimal(magnitude, precision)
            return sign + (format == "X" ? text.uppercased() : text)
        case "b": return sign + binary(magnitude)
        default: return sign + general(magnitude, precision, format)
        }
    }

    /// Shortest digits, or as many as are asked for, rounded to even from the exact value.
    private static func digits(_ magnitude: Double, _ precision: Int, plus extra: Int) -> Digits {
        precision < 0 ? shortest(magnitude) : scientific(magnitude, precision + extra - 1)
    }

    /// From Swift's description, which has the fewest digits too.
    private static func shortest(_ magnitude: Double) -> Digits {
        let parts = magnitude.description.split(separator: "e")
        let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
        let whole = Array((mantissa.first ?? "0").utf8)
        let fraction = mantissa.count > 1 ? Array(mantissa[1].utf8) : []
        var digits = whole + fraction
        var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            point -= 1
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return digits.isEmpty ? Digits(digits: [], point: 0) : Digits(digits: digits, point: point)
    }

    /// The digits of `%.{precision}e`, which the C library rounds correctly.
    private static func scientific(_ magnitude: Double, _ precision: Int) -> Digits {
        if magnitude == 0 { return Digits(digits: [], point: 0) }
        let text = printed("%.*e", max(precision, 0), magnitude)
        let parts = text.split(separator: UInt8(ascii: "e"))
        let digits = (parts.first ?? []).filter { $0 != UInt8(ascii: ".") }
        let exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        return Digits(digits: Array(digits), point: exponent + 1)
    }

    private static func printed(_ format: String, _ precision: Int, _ value: Double) -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: precision + 340)
        let count = buffer.count
        let written = withVaList([Int32(clamping: precision), value]) {
            vsnprintf(&buffer, count, format, $0)
        }
        return buffer.prefix(max(0, min(Int(written), count - 1))).map { UInt8(bitPattern: $0) }
    }

    private static func exponential(_ digits: Digits, _ precision: Int, _ letter: Character) -> String {
        var bytes = [digits.digits.first ?? UInt8(ascii: "0")]
        let wanted = precision < 0 ? max(digits.digits.count - 1, 0) : precision
        if wanted > 0 {
            bytes.append(UInt8(ascii: "."))
            let rest = digits.digits.dropFirst().prefix(wanted)
            bytes += rest + Array(repeating: UInt8(ascii: "0"), count: wanted - rest.count)
        }
        let exponent = digits.digits.isEmpty ? 0 : digits.point - 1
        let text = String(exponent.magnitude)
        return String(decoding: bytes, as: UTF8.self) + String(letter) + (exponent < 0 ? "-" : "+")
            + (text.count < 2 ? "0" + text : text)
    }

    private static func fixed(_ magnitude: Double, _ precision: Int) -> String {
        let digits = shortest(magnitude)
        // Where the fewest digits are no more than wanted, the exact value rounds to them.
        let isShort = magnitude < 1e6 && precision <= 8 && digits.digits.count - digits.point <= precision
        if precision < 0 || isShort { return fixed(digits, precision) }
        return String(decoding: printed("%.*f", precision, magnitude), as: UTF8.self)
    }

    private static func fixed(_ digits: Digits, _ precision: Int) -> String {
        let zero = UInt8(ascii: "0")
        var bytes: [UInt8] = []
        if digits.point > 0 {
            bytes += digits.digits.prefix(digits.point)
            bytes += Array(repeating: zero, count: max(0, digits.point - digits.digits.count))
        } else {
            bytes.append(zero)
        }
        let places = precision < 0 ? max(digits.digits.count - digits.point, 0) : precision
        if places > 0 {
            bytes.append(UInt8(ascii: "."))
            for place in 0..<places {
                let index = digits.point + place
                bytes.append(index >= 0 && index < digits.digits.count ? digits.digits[index] : zero)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func general(_ magnitude: Double, _ precision: Int, _ format: Character) -> String {
        let wanted = precision == 0 ? 1 : precision
        var digits = digits(magnitude, wanted, plus: 0)
        while digits.digits.last == UInt8(ascii: "0") { digits.digits.removeLast() }
        var limit = wanted < 0 ? 6 : wanted
        if wanted >= 0, limit > digits.digits.count, digits.digits.count >= digits.point {
            limit = digits.digits.count
        }
        let exponent = digits.digits.isEmpty ? 0 : digits.point - 1
        if exponent < -4 || exponent >= limit {
            return exponential(digits, -1, format == "G" ? "E" : "e")
        }
        return fixed(digits, max(digits.digits.count - digits.point, 0))
    }

    private static func hexadecimal(_ magnitude: Double, _ precision: Int) -> String {
        if magnitude == 0 {
            return "0x0" + (precision > 0 ? "." + String(repeating: "0", count: precision) : "") + "p+00"
        }
        // A subnormal number is shown with a leading 1 too.
        var exponent = Int(magnitude.exponent)
        var fraction = magnitude.significand.significandBitPattern
        if precision >= 0, precision < 13 {
            let shift = UInt64(4 * (13 - precision))
            let unit: UInt64 = 1 << shift
            let rest = fraction & (unit - 1)
            fraction >>= shift
            if rest > unit / 2 || rest == unit / 2 && fraction & 1 == 1 { fraction += 1 }
            fraction <<= shift
            if fraction >> 52 == 1 {
                fraction = 0
                exponent += 1
            }
        }
        var digits = String(fraction, radix: 16)
        digits = String(repeating: "0", count: 13 - digits.count) + digits
        if precision < 0 {
            while digits.hasSuffix("0") { digits.removeLast() }
        } else {
            digits = String(digits.prefix(precision))
            digits += String(repeating: "0", count: precision - digits.count)
        }
        let power = String(exponent.magnitude)
        return "0x1" + (digits.isEmpty ? "" : "." + digits) + "p" + (exponent < 0 ? "-" : "+")
            + (power.count < 2 ? "0" + power : power)
    }

    private static func binary(_ magnitude: Double) -> String {
        let isNormal = magnitude.exponentBitPattern != 0
        let mantissa = magnitude.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let exponent = Int(magnitude.exponentBitPattern) - 1075 + (isNormal ? 0 : 1)
        return "\(mantissa)p\(exponent < 0 ? "" : "+")\(exponent)"
    }
}

/// Durations as Go's `time.ParseDuration` reads them and as protocol buffers' JSON writes them.
extension Duration {
    /// Reads `1h30m`, `.5s`, `-2ms`, `0`; nil for anything else, and for what int64 nanoseconds cannot hold.
    package init?(goText text: String) {
        var text = text
        let nanoseconds = text.withUTF8 { bytes -> Int64? in
            var parser = GoDurationParser(bytes: bytes)
            return parser.nanoseconds()
        }
        guard let nanoseconds else { return nil }
        self = .nanoseconds(nanoseconds)
    }

    /// Whole nanoseconds.
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? (seconds < 0 ? .min : .max) : scaled &+ attoseconds / 1_000_000_000
    }

    /// `5400.000s`: seconds with three, six or nine decimals, as the Go library of 0.7.1 wrote them.
    package var protoText: String {
        let total = nanoseconds
        let magnitude = total.magnitude
        let (seconds, rest) = magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        let digits = String(rest)
        var decimals = String(repeating: "0", count: 9 - digits.count) + digits
        for _ in 0..<2 where decimals.hasSuffix("000") { decimals.removeLast(3) }
        return "\(total < 0 ? "-" : "")\(seconds).\(decimals)s"
    }
}

/// Durations as Go's `time.Duration` prints them.
extension Duration {
    /// `1h15m30.5s`; below a second the largest unit that leaves a whole number.
    package var goText: String {
        let nanoseconds = nanoseconds
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        switch magnitude {
        case 0: return "0s"
        case ..<1_000: return "\(sign)\(magnitude)ns"
        case ..<1_000_000: return sign + Self.decimal(magnitude, 1_000) + "µs"
        case ..<1_000_000_000: return sign + Self.decimal(magnitude, 1_000_000) + "ms"
        default: break
        }
        let minutes = magnitude / 60_000_000_000
        var text = Self.decimal(magnitude % 60_000_000_000, 1_000_000_000) + "s"
        if minutes > 0 { text = "\(minutes % 60)m" + text }
        if minutes >= 60 { text = "\(minutes / 60)h" + text }
        return sign + text
    }

    /// A quotient by a power of ten with as many digits as it needs.
    private static func decimal(_ number: UInt64, _ unit: UInt64) -> String {
        let rest = number % unit
        guard rest > 0 else { return String(number / unit) }
        var digits = String(String(rest + unit).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(number / unit).\(digits)"
    }
}

/// Takes numbers and units from the front.
private struct GoDurationParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    mutating func nanoseconds() -> Int64? {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative || next == UInt8(ascii: "+") { index += 1 }
        if bytes.count - index == 1, next == UInt8(ascii: "0") { return 0 }
        guard index < bytes.count else { return nil }
        var total: Int64 = 0
        while index < bytes.count {
            guard let part = part() else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        }
        return isNegative ? -total : total
    }

    /// One number with its unit.
    private mutating func part() -> Int64? {
        let start = index
        guard let whole = digits() else { return nil }
        var digitCount = index - start
        var fraction: Int64 = 0
        var divisor = 1.0
        if next == UInt8(ascii: ".") {
            index += 1
            let first = index
            while let digit {
                // What lies beyond the precision of 64 bits is dropped, as in Go.
                if fraction < Int64.max / 10 - 1 {
                    fraction = fraction * 10 + digit
                    divisor *= 10
                }
                index += 1
            }
            digitCount += index - first
        }
        guard digitCount > 0, let scale = scale() else { return nil }
        let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
        if overflow { return nil }
        let (sum, carry) = product.addingReportingOverflow(
            Int64(Double(fraction) * (Double(scale) / divisor)))
        return carry ? nil : sum
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private var digit: Int64? {
        guard let next, next >= UInt8(ascii: "0"), next <= UInt8(ascii: "9") else { return nil }
        return Int64(next - UInt8(ascii: "0"))
    }

    private mutating func digits() -> Int64? {
        var value: Int64 = 0
        while let digit {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
            index += 1
        }
        return value
    }

    /// Nanoseconds in the unit that comes next.
    private mutating func scale() -> Int64? {
        let start = index
        while index < bytes.count, next != UInt8(ascii: "."), digit == nil { index += 1 }
        let unit = bytes[start..<index]
        if unit.count == 1 {
            switch unit[start] {
            case UInt8(ascii: "s"): return 1_000_000_000
            case UInt8(ascii: "m"): return 60_000_000_000
            case UInt8(ascii: "h"): return 3_600_000_000_000
            default: return nil
            }
        }
        for (name, scale) in Self.longUnits where unit.elementsEqual(name.utf8) { return scale }
        return nil
    }

    /// The sign of micro has two code points.
    private static let longUnits: [(String, Int64)] = [
        ("ms", 1_000_000), ("us", 1_000), ("ns", 1), ("\u{B5}s", 1_000), ("\u{3BC}s", 1_000),
    ]
}

/// Durations as Go's `time.ParseDuration` reads them and as protocol buffers' JSON writes them.
extension Duration {
    /// Reads `1h30m`, `.5s`, `-2ms`, `0`; nil for anything else, and for what int64 nanoseconds cannot hold.
    package init?(goText text: String) {
        var bytes = text.utf8[...]
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        if bytes.elementsEqual("0".utf8) {
            self = .zero
            return
        }
        guard !bytes.isEmpty else { return nil }
        var total: Int64 = 0
        while !bytes.isEmpty {
            guard let part = Self.takePart(&bytes) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        }
        self = .nanoseconds(isNegative ? -total : total)
    }

    /// One number with its unit, in nanoseconds.
    private static func takePart(_ bytes: inout Substring.UTF8View) -> Int64? {
        let whole = bytes.prefix { $0.isDigit }
        bytes = bytes.dropFirst(whole.count)
        var fraction = bytes.prefix(0)
        var hasPoint = false
        if bytes.first == UInt8(ascii: ".") {
            hasPoint = true
            bytes = bytes.dropFirst()
            fraction = bytes.prefix { $0.isDigit }
            bytes = bytes.dropFirst(fraction.count)
        }
        guard !whole.isEmpty || (hasPoint && !fraction.isEmpty) else { return nil }
        let unit = bytes.prefix { !$0.isDigit && $0 != UInt8(ascii: ".") }
        bytes = bytes.dropFirst(unit.count)
        guard let scale = scales[String(Substring(unit))] else { return nil }
        var value: Int64 = 0
        if !whole.isEmpty {
            guard let number = Int64(Substring(whole)) else { return nil }
            let (product, overflow) = number.multipliedReportingOverflow(by: scale)
            if overflow { return nil }
            value = product
        }
        // Go drops digits beyond what fits; a Double holds more than a nanosecond needs here.
        var weight = Double(scale)
        var extra = 0.0
        for digit in fraction.prefix(18) {
            weight /= 10
            extra += Double(digit - UInt8(ascii: "0")) * weight
        }
        let (sum, overflow) = value.addingReportingOverflow(Int64(extra.rounded(.toNearestOrEven)))
        return overflow ? nil : sum
    }

    private static let scales: [String: Int64] = [
        "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
        "m": 60_000_000_000,
        "h": 3_600_000_000_000,
    ]

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

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Quantity {
    private enum Family { case decimal, binary, exponent }

    /// An amount as Kubernetes' API writes it back: without a fraction, with the largest suffix of its family
    /// that leaves it whole, `1000m` as `1` and `1024Mi` as `1Gi` (apimachinery,
    /// `Quantity.CanonicalizeBytes`). What is finer than a billionth is rounded up; a text that is no amount,
    /// or is beyond 64 bits, stays.
    package static func canonical(_ text: String) -> String {
        guard isValid(text), let (billionths, family) = billionths(text) else { return text }
        let isSmall = billionths > -1024 * billion && billionths < 1024 * billion
        switch family {
        case .binary where !isSmall && billionths % billion == 0: return binary(billionths / billion)
        case .exponent: return decimal(billionths) { $0 == 0 ? "" : "e\($0)" }
        default: return decimal(billionths) { decimalSuffixes[$0 / 3 + 3] }
        }
    }

    private static let billion: Int128 = 1_000_000_000
    private static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
    private static let binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]

    private static func decimal(_ billionths: Int128, suffix: (Int) -> String) -> String {
        guard billionths != 0 else { return "0" }
        var (number, exponent) = (billionths, -9)
        while exponent < 18, number % 1000 == 0 {
            number /= 1000
            exponent += 3
        }
        return "\(number)\(suffix(exponent))"
    }

    private static func binary(_ whole: Int128) -> String {
        var (number, index) = (whole, 0)
        while index < binarySuffixes.count - 1, number != 0, number % 1024 == 0 {
            number /= 1024
            index += 1
        }
        return "\(number)\(binarySuffixes[index])"
    }

    /// The amount in billionths, exactly, and the family of its suffix; nil beyond 64 bits.
    private static func billionths(_ text: String) -> (Int128, Family)? {
        let isNegative = text.hasPrefix("-")
        let number = text.drop { $0 == "-" || $0 == "+" }.prefix { $0.isNumber || $0 == "." }
        let suffix = text.drop { $0 == "-" || $0 == "+" }.dropFirst(number.count)
        let halves = number.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = halves.count == 2 ? halves[1] : ""
        guard halves[0].count + fraction.count <= 30, let digits = Int128("0" + halves[0] + fraction) else {
            return nil
        }
        var exponent = 9 - fraction.count
        var factor: Int128 = 1
        var family = Family.decimal
        if let index = binarySuffixes.firstIndex(of: String(suffix)), index > 0 {
            factor = 1 << (10 * Int128(index))
            family = .binary
        } else if let index = decimalSuffixes.firstIndex(of: String(suffix)) {
            exponent += 3 * (index - 3)
        } else if let power = Int(suffix.dropFirst()), abs(power) < 40 {
            exponent += power
            family = .exponent
        } else {
            return nil
        }
        guard let scaled = scaled(digits, factor, exponent) else { return nil }
        return (isNegative ? -scaled : scaled, family)
    }

    /// `digits * factor * 10^exponent`, rounded up; nil when that is more than 64 bits of whole units.
    private static func scaled(_ digits: Int128, _ factor: Int128, _ exponent: Int) -> Int128? {
        var (result, overflow) = digits.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        for _ in 0..<max(exponent, 0) {
            (result, overflow) = result.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
        }
        var isRounded = false
        for _ in 0..<max(-exponent, 0) {
            isRounded = isRounded || result % 10 != 0
            result /= 10
        }
        result += isRounded ? 1 : 0
        return result / billion > Int128(Int64.max) ? nil : result
    }
}

/// Decimal numbers in which sprig adds and multiplies, so that 0.1 and 0.2 are 0.3.
struct DecimalNumber {
    private var digits: Int128
    /// The power of ten that the digits are multiplied by.
    private var exponent: Int

    /// With the digits that a float needs to be told from others; nil beyond what is kept.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let text = "\(value)".lowercased()
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = mantissa.count == 2 && mantissa[1] != "0" ? mantissa[1] : ""
        guard let digits = Int128(mantissa[0] + fraction) else { return nil }
        self.init(digits, (parts.count == 2 ? Int(parts[1]) ?? 0 : 0) - fraction.count)
    }

    private init(_ digits: Int128, _ exponent: Int) {
        self.digits = digits
        self.exponent = exponent
    }

    var double: Double { Double("\(digits)e\(exponent)") ?? .nan }

    /// nil when the sum has too many digits.
    func adding(_ other: DecimalNumber, negated: Bool = false) -> DecimalNumber? {
        let least = min(exponent, other.exponent)
        guard let a = scaled(to: least), let b = other.scaled(to: least) else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(negated ? -b : b)
        return overflow ? nil : DecimalNumber(sum, least)
    }

    func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
        return overflow ? nil : DecimalNumber(product, exponent + other.exponent)
    }

    /// To sixteen places behind the point, rounded; nil when that cannot be kept. The divisor is not zero.
    func divided(by other: DecimalNumber) -> DecimalNumber? {
        let places = 16
        let shift = exponent - other.exponent + places
        guard (0...30).contains(shift), let dividend = DecimalNumber(digits, shift).scaled(to: 0) else {
            return nil
        }
        let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: other.digits)
        let isRoundedUp = rest.magnitude >= other.digits.magnitude - rest.magnitude
        let away: Int128 = (dividend < 0) == (other.digits < 0) ? 1 : -1
        return DecimalNumber(quotient + (isRoundedUp ? away : 0), -places)
    }

    var isZero: Bool { digits == 0 }

    private func scaled(to least: Int) -> Int128? {
        guard exponent - least < 38 else { return nil }
        var result = digits
        for _ in 0..<(exponent - least) {
            let (scaled, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = scaled
        }
        return result
    }
}

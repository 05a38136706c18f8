extension GoDuration {
    private static let units: [String: UInt64] = [
        "ns": 1, "us": 1_000, "\u{b5}s": 1_000, "\u{3bc}s": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
        "m": 60_000_000_000, "h": 3_600_000_000_000,
    ]
    /// The most that is not negative, and one.
    private static let bound: UInt64 = 1 << 63

    /// Numbers with units: `1h30m`, `-1.5h`, `300ms`; `0` needs none.
    package init(_ text: String) throws(FunctionError) {
        let invalid = FunctionError("time: invalid duration \(TimeText.quoted(text))")
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.elementsEqual("0".utf8) {
            self.init(0)
            return
        }
        if rest.isEmpty { throw invalid }
        var total: UInt64 = 0
        while !rest.isEmpty {
            guard let piece = try Self.piece(&rest, text), total <= Self.bound, piece <= Self.bound else {
                throw invalid
            }
            total += piece
        }
        guard total < Self.bound || isNegative && total == Self.bound else { throw invalid }
        self.init(isNegative ? Int64(truncatingIfNeeded: 0 &- total) : Int64(total))
    }

    /// One number with its unit, in nanoseconds; nil where it does not fit or is no number.
    private static func piece(
        _ rest: inout ArraySlice<UInt8>, _ text: String
    ) throws(FunctionError) -> UInt64? {
        let whole = digits(&rest)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = digits(&rest)
        }
        if whole.isEmpty, fraction.isEmpty { return nil }
        let name = rest.prefix { $0 != UInt8(ascii: ".") && !SemanticVersion.isDigit($0) }
        rest = rest.dropFirst(name.count)
        if name.isEmpty { throw FunctionError("time: missing unit in duration \(TimeText.quoted(text))") }
        let unitName = String(decoding: name, as: UTF8.self)
        guard let unit = units[unitName] else {
            throw FunctionError(
                "time: unknown unit \(TimeText.quoted(unitName)) in duration \(TimeText.quoted(text))")
        }
        let count = whole.isEmpty ? 0 : UInt64(String(decoding: whole, as: UTF8.self))
        guard let count, case let (product, false) = count.multipliedReportingOverflow(by: unit),
            product <= bound
        else { return nil }
        return product + part(fraction, of: unit)
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix(while: SemanticVersion.isDigit)
        rest = rest.dropFirst(digits.count)
        return digits
    }

    /// What the digits after a point make of a unit; digits that no Int64 holds do not count.
    private static func part(_ digits: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
        var number: UInt64 = 0
        var scale = 1.0
        for digit in digits {
            if number > (bound - 1) / 10 { break }
            let next = number * 10 + UInt64(digit - UInt8(ascii: "0"))
            if next > bound { break }
            number = next
            scale *= 10
        }
        return UInt64(Double(number) * (Double(unit) / scale))
    }
}

/// How Go's `time` package quotes what it complains about.
enum TimeText {
    static func quoted(_ text: some StringProtocol) -> String {
        var result = "\""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += "\\" + String(Unicode.Scalar(byte))
            case 0x20..<0x80: result += String(Unicode.Scalar(byte))
            default: result += "\\x" + GoQuoting.hexadecimal(UInt32(byte), 2)
            }
        }
        return result + "\""
    }
}

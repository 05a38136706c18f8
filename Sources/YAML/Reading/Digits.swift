func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}

/// `U+0007`, for messages.
func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The number with one more decimal digit; nil when that is more than 64 bits hold.
func appending(_ digit: UInt8, to value: UInt64) -> UInt64? {
    let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit & 0x0F))
    return overflow || carry ? nil : sum
}

extension Node.Content {
    /// A whole number as exact content; nil when neither `Int64` nor `UInt64` holds it.
    init?(magnitude: UInt64, negative: Bool) {
        if negative {
            guard magnitude <= UInt64(Int64.max) + 1 else { return nil }
            self = .int(Int64(truncatingIfNeeded: 0 &- magnitude))
        } else if let value = Int64(exactly: magnitude) {
            self = .int(value)
        } else {
            self = .unsigned(magnitude)
        }
    }
}

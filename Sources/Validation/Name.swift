/// Names as DNS and Kubernetes know them. All tests are loops over bytes: they run for every document.
package enum Name {
    /// Characters of one label.
    static let longestLabel = 63
    /// Characters of a whole name.
    static let longestSubdomain = 253

    /// Lower case letters, digits and dashes, with a letter or a digit at both ends, 1 to 63 in all.
    static func isLabel(_ text: some StringProtocol) -> Bool {
        var previous: UInt8 = dash
        var count = 0
        for byte in text.utf8 {
            guard isLowerOrDigit(byte) || (byte == dash && count > 0) else { return false }
            previous = byte
            count += 1
        }
        return count > 0 && count <= longestLabel && previous != dash
    }

    /// Labels (of any length) between dots, 253 characters in all, as Kubernetes wants the names of objects.
    package static func isSubdomain(_ text: String) -> Bool {
        var previous: UInt8 = dot
        var count = 0
        for byte in text.utf8 {
            let isStart = previous == dot
            guard
                isLowerOrDigit(byte) || (byte == dash && !isStart)
                    || (byte == dot && !isStart && previous != dash)
            else { return false }
            previous = byte
            count += 1
        }
        return count > 0 && count <= longestSubdomain && previous != dot && previous != dash
    }

    static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }

    private static let dash = UInt8(ascii: "-")
    private static let dot = UInt8(ascii: ".")
}

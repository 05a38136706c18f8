/// Names of objects, and the identifiers that the server makes.
enum ObjectNames {
    /// The longest name that the API takes.
    private static let longest = 253
    /// What is made from a prefix has room in a label.
    private static let longestGenerated = 63
    /// Letters that cannot form words by accident.
    private static let letters = Array("bcdfghjklmnpqrstvwxz2456789")

    /// What is wrong with a name, or nil.
    static func problem(_ name: String, mustBeLabel: Bool) -> String? {
        let limit = mustBeLabel ? 63 : longest
        if name.utf8.count > limit { return "must be no more than \(limit) characters" }
        let parts = mustBeLabel ? [name[...]] : name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.allSatisfy(isLabel) { return nil }
        return mustBeLabel
            ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start"
                + " and end with an alphanumeric character"
            : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                + " start and end with an alphanumeric character"
    }

    static func generated(from prefix: String) -> String {
        prefix.prefix(longestGenerated - 5) + String((0..<5).map { _ in letters.randomElement() ?? "x" })
    }

    /// A random UUID of version 4.
    static func uid() -> String {
        // Every random number is a call of the system, whatever its size.
        let random = UInt128.random(in: .min ... .max)
        var bytes = (0..<16).map { UInt8(truncatingIfNeeded: random >> ($0 * 8)) }
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = Array("0123456789abcdef")
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(text[$0]) }.joined(separator: "-")
    }

    private static func isLabel(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

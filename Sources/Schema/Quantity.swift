/// Amounts as Kubernetes writes them: `100m`, `1.5`, `128Mi`, `1e3`.
package enum Quantity {
    package static func isValid(_ text: String) -> Bool { parts(text) != nil }

    /// The amount, near enough to compare two of them; nil for text that is none.
    package static func value(_ text: String) -> Double? {
        guard let (number, suffix) = parts(text), let value = Double(number) else { return nil }
        if let factor = suffixes[suffix] { return value * factor }
        return Double(number + suffix)
    }

    /// Number and suffix.
    private static func parts(_ text: String) -> (String, String)? {
        var rest = text[...]
        if let sign = rest.first, sign == "+" || sign == "-" { rest.removeFirst() }
        let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let halves = number.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, halves.contains(where: { !$0.isEmpty }) else { return nil }
        let suffix = String(rest.dropFirst(number.count))
        return isSuffix(suffix) ? (text.dropLast(suffix.count).description, suffix) : nil
    }

    private static func isSuffix(_ text: String) -> Bool {
        if suffixes[text] != nil { return true }
        guard let first = text.first, first == "e" || first == "E" else { return false }
        return Int32(text.dropFirst()) != nil
    }

    private static let suffixes: [String: Double] = [
        "": 1, "n": 1e-9, "u": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18,
        "Ki": 0x1p10, "Mi": 0x1p20, "Gi": 0x1p30, "Ti": 0x1p40, "Pi": 0x1p50, "Ei": 0x1p60,
    ]
}

/// Amounts as Kubernetes writes them: `100m`, `1.5`, `128Mi`, `1e3`.
enum Quantity {
    static func isValid(_ text: String) -> Bool {
        var rest = text[...]
        if let sign = rest.first, sign == "+" || sign == "-" { rest.removeFirst() }
        let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }) else { return false }
        return isSuffix(rest.dropFirst(number.count))
    }

    private static func isSuffix(_ text: Substring) -> Bool {
        if suffixes.contains(String(text)) { return true }
        guard let first = text.first, first == "e" || first == "E" else { return false }
        return Int32(text.dropFirst()) != nil
    }

    private static let suffixes: Set = [
        "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
    ]
}

/// Keys and values of labels as Kubernetes takes them.
package enum LabelSyntax {
    /// An optional DNS prefix, then letters, digits, dashes, dots and underscores.
    package static func isKey(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.last else { return false }
        if parts.count == 2, !Name.isSubdomain(parts[0].lowercased()) { return false }
        return !name.isEmpty && isValue(String(name))
    }

    /// At most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends.
    package static func isValue(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return true }
        return text.utf8.count <= 63 && isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 45 || $0 == 46 || $0 == 95 }
    }

    /// What a key must look like, for messages.
    package static let keyForm =
        "a qualified name must consist of at most 63 alphanumeric characters, '-', '_' or '.', must start and"
        + " end with an alphanumeric character, and may have a DNS subdomain and '/' before it, as in"
        + " 'example.com/MyName'"

    /// What a value must look like, for messages.
    package static let valueForm =
        "a valid label must be empty or consist of at most 63 alphanumeric characters, '-', '_' or '.', and"
        + " must start and end with an alphanumeric character"

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        Name.isLowerOrDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

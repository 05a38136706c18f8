import Schema

/// Names of objects, and the identifiers that the server makes.
enum ObjectNames {
    /// The longest name that the API takes.
    private static let longest = 253
    /// What is made from a prefix has room in a label.
    private static let longestGenerated = 63
    /// Letters that cannot form words by accident.
    private static let letters = Array("bcdfghjklmnpqrstvwxz2456789")

    /// The forms that names have.
    enum Form {
        /// Of most objects: RFC 1123 labels with dots between them.
        case subdomain
        /// RFC 1123.
        case label
        /// RFC 1035: a label that begins with a letter.
        case service
        /// Whatever can stand in a path: roles.
        case pathSegment
    }

    /// The form of the names of a kind's objects.
    static func form(of kind: Kind) -> Form {
        if kind.group == "rbac.authorization.k8s.io" { return .pathSegment }
        guard kind.group.isEmpty else { return .subdomain }
        return kind.plural == "namespaces" ? .label : kind.plural == "services" ? .service : .subdomain
    }

    /// What is wrong with a name, or nil.
    static func problem(_ name: String, as form: Form) -> String? {
        let limit = form == .subdomain || form == .pathSegment ? longest : 63
        switch form {
        case .pathSegment:
            if name == "." || name == ".." { return "may not be '\(name)'" }
            return name.first { $0 == "/" || $0 == "%" }.map { "may not contain '\($0)'" }
        case _ where name.utf8.count > limit: return "must be no more than \(limit) characters"
        case .subdomain:
            if name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel) { return nil }
            return
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and"
                + " must start and end with an alphanumeric character"
        case .label:
            if isLabel(name[...]) { return nil }
            return
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                + " start and end with an alphanumeric character"
        case .service:
            if isLabel(name[...]), name.first?.isNumber == false { return nil }
            return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
                + " alphabetic character, and end with an alphanumeric character"
        }
    }

    /// What is wrong with the name of a port, or nil (RFC 6335).
    static func portNameProblem(_ name: String) -> String? {
        if name.utf8.count > 15 { return "must be no more than 15 characters" }
        guard isLabel(name[...]), !name.contains("--") else {
            return
                "must contain only alphanumeric characters (a-z, 0-9), and hyphens (-), not two hyphens in a"
                + " row, and start and end with an alphanumeric character"
        }
        guard name.contains(where: \.isLetter) else { return "must contain at least one letter (a-z)" }
        return nil
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

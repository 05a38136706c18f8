/// Host names as Istio 1.30 reads them: in any case, with a trailing dot, and with a wildcard in front.
package enum HostName {
    /// What is wrong with a full name without wildcards; nil when nothing is.
    static func problem(with name: String) -> String? {
        if let problem = sizeProblem(name) { return problem }
        return labelProblem(name[...])
    }

    /// What is wrong with a name that may begin with `*`, `*.`, or `*-` and letters; nil when nothing is.
    static func wildcardProblem(with name: String) -> String? {
        if let problem = sizeProblem(name) { return problem }
        let first = name.prefix { $0 != "." }
        guard isWildcardLabel(first) else { return invalid(name, first) }
        guard first.endIndex < name.endIndex else { return nil }
        return labelProblem(name[name.index(after: first.endIndex)...])
    }

    /// As `wildcardProblem`, and names such as `outbound_.80_._.host`, which gateways between networks use.
    static func serverNameProblem(with name: String) -> String? {
        guard name.hasPrefix("outbound_.") else { return wildcardProblem(with: name) }
        let parts = name.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
        let form = "should follow outbound_.PORT_._.HOST"
        guard parts.count == 4, parts[1].hasSuffix("_"), UInt16(parts[1].dropLast()) != nil, parts[2] == "_"
        else {
            return "domain name \"\(name)\" invalid, \(form)"
        }
        return problem(with: String(parts[3])).map { "\($0), \(form)" }
    }

    /// Whether two names, each maybe with a wildcard, have a host in common.
    package static func overlap(_ a: String, _ b: String) -> Bool {
        switch (a.hasPrefix("*"), b.hasPrefix("*")) {
        case (true, true):
            a.utf8.count < b.utf8.count
                ? b.dropFirst().hasSuffix(a.dropFirst()) : a.dropFirst().hasSuffix(b.dropFirst())
        case (true, false): b.hasSuffix(a.dropFirst())
        case (false, true): a.hasSuffix(b.dropFirst())
        case (false, false): a == b
        }
    }

    /// Whether every host that `name` stands for is one of `other`.
    static func isSubset(_ name: String, of other: String) -> Bool {
        other.hasPrefix("*") ? overlap(name, other) && other.utf8.count <= name.utf8.count : name == other
    }

    /// Letters of any case, digits and dashes, 63 at most.
    static func isLabel(_ label: some StringProtocol) -> Bool { Name.isLabel(label.lowercased()) }

    private static func isWildcardLabel(_ label: Substring) -> Bool {
        if label == "*" { return true }
        if label.hasPrefix("*-") { return isLabel(label.dropFirst(2)) }
        return isLabel(label.hasPrefix("*") ? label.dropFirst() : label)
    }

    private static func sizeProblem(_ name: String) -> String? {
        if name.isEmpty { return "empty domain name not allowed" }
        return name.utf8.count > longest ? "domain name \"\(name)\" too long (max \(longest))" : nil
    }

    private static func labelProblem(_ name: Substring) -> String? {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        for (index, label) in labels.enumerated() where !isLabel(label) {
            // A full stop may end the name.
            if index == labels.count - 1, label.isEmpty, index > 0 { continue }
            return invalid(String(name), label)
        }
        if let top = labels.last, !top.isEmpty, top.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
            return "domain name \"\(name)\" invalid (top level domain \"\(top)\" cannot be all-numeric)"
        }
        return nil
    }

    private static func invalid(_ name: String, _ label: Substring) -> String {
        "domain name \"\(name)\" invalid (label \"\(label)\" invalid)"
    }

    private static let longest = 255
}

import YAML

/// Which requests a webhook wants to see (RuleWithOperations of admissionregistration.k8s.io/v1).
struct WebhookRule: Sendable {
    private let operations: [String]
    private let groups: [String]
    private let versions: [String]
    private let resources: [String]
    private let scope: String

    init(_ node: Node) {
        func words(_ field: String) -> [String] { (node[field]?.list ?? []).compactMap(\.string) }
        operations = words("operations")
        groups = words("apiGroups")
        versions = words("apiVersions")
        resources = words("resources")
        scope = node["scope"]?.string ?? "*"
    }

    /// Without `isExact` any served version of the same type will do, as `matchPolicy: Equivalent` says.
    func matches(_ operation: AdmissionOperation, subresource: String?, isExact: Bool) -> Bool {
        let kind = operation.target.kind
        let asked = isExact ? [operation.target.version] : kind.versions
        return (operations.contains("*") || operations.contains(operation.verb.rawValue))
            && (groups.contains("*") || groups.contains(kind.group))
            && (versions.contains("*") || asked.contains(where: versions.contains))
            && (scope == "*" || (scope == "Namespaced") == (kind.isNamespaced && !kind.isNamespace))
            && resources.contains { Self.matches($0, kind.plural, subresource) }
    }

    /// `pods`, `pods/status`, `pods/*`, `*/status`, `*` for all but subresources, `*/*` for everything.
    private static func matches(_ pattern: String, _ plural: String, _ subresource: String?) -> Bool {
        let parts = pattern.split(separator: "/", maxSplits: 1)
        guard let first = parts.first, first == "*" || first == plural else { return false }
        guard parts.count == 2 else { return subresource == nil }
        return parts[1] == "*" || subresource.map { parts[1] == $0 } ?? false
    }
}

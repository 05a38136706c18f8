/// What the path of a request says of the pods' surroundings: `/inject/KEY/VALUE/…` (Istio 1.30). The keys
/// `cluster` and `net` stand for variables of the sidecar, all others are variables in small letters.
struct InjectionPath {
    private static let root = "/inject"
    private static let variables = ["cluster": "ISTIO_META_CLUSTER_ID", "net": "ISTIO_META_NETWORK"]
    /// Older webhooks' `/inject/:ENV:KEY=VALUE:ENV:KEY=VALUE`.
    private static let oldMark = ":ENV:"

    let environment: [String: String]

    /// nil for a path that is not for injection. `path` has no percent signs for bytes any more.
    init?(_ path: String) {
        guard path == Self.root || path.hasPrefix(Self.root + "/") else { return nil }
        var rest = path.dropFirst(Self.root.count + 1)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let pairs = rest.hasPrefix(Self.oldMark) ? Self.oldPairs(rest) : Self.pairs(rest)
        var environment: [String: String] = [:]
        for (key, value) in pairs where !key.isEmpty {
            environment[Self.variables[key] ?? key.uppercased()] = value
        }
        self.environment = environment
    }

    /// A last key without a value does not count. Values spell slashes `--slash--`.
    private static func pairs(_ text: Substring) -> [(String, String)] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return stride(from: 0, to: parts.count - 1, by: 2).map { index in
            let words = parts[index + 1].split(separator: "--slash--", omittingEmptySubsequences: false)
            return (String(parts[index]), words.joined(separator: "/"))
        }
    }

    private static func oldPairs(_ text: Substring) -> [(String, String)] {
        text.split(separator: oldMark).compactMap { pair in
            guard let sign = pair.firstIndex(of: "="), sign > pair.startIndex else { return nil }
            return (String(pair[..<sign]), String(pair[pair.index(after: sign)...]))
        }
    }
}

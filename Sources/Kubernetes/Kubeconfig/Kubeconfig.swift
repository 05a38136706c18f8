import Diagnostics

/// The kubeconfig files that apply, merged as kubectl merges them.
///
/// The first file to name a cluster, user or context gives its whole value; the first `current-context` wins.
package struct Kubeconfig: Sendable {
    package private(set) var clusters: [KubeconfigEntry] = []
    package private(set) var users: [KubeconfigEntry] = []
    package private(set) var contexts: [KubeconfigEntry] = []
    package private(set) var currentContext: String?
    /// The files that were read, in order.
    package private(set) var files: [String] = []
    /// Files of `KUBECONFIG` that do not exist.
    package private(set) var missingFiles: [String] = []

    package init() {}

    package var isEmpty: Bool {
        clusters.isEmpty && users.isEmpty && contexts.isEmpty && currentContext == nil
    }

    /// Reads the file of `--kubeconfig`, which must exist; else those of `KUBECONFIG`; else `~/.kube/config`.
    package static func load(_ overrides: KubeconfigOverrides, in environment: Environment)
        throws(ClusterError) -> Kubeconfig
    {
        var result = Kubeconfig()
        if let path = overrides.kubeconfig, !path.isEmpty {
            guard try result.merge(path, environment.files) else {
                throw .configuration(
                    "kubernetes configuration file \"\(path.escapingControls)\" does not exist")
            }
            return result
        }
        for path in searchPath(environment) where try !result.merge(path, environment.files) {
            result.missingFiles.append(path)
        }
        return result
    }

    /// The file to change: that of `--kubeconfig`, else the first existing one of `KUBECONFIG`, else its last
    /// one.
    package static func fileToWrite(_ overrides: KubeconfigOverrides, in environment: Environment) -> String?
    {
        if let path = overrides.kubeconfig, !path.isEmpty { return path }
        let paths = searchPath(environment)
        let existing = paths.first { environment.files.exists($0) }
        return existing ?? paths.last
    }

    private static func searchPath(_ environment: Environment) -> [String] {
        if let list = environment.variable("KUBECONFIG") {
            var seen: Set<String> = []
            return list.split(separator: ":").map(String.init).filter { seen.insert($0).inserted }
        }
        return environment.homeDirectory.map { [Path.resolve(".kube/config", in: $0)] } ?? []
    }

    /// False when there is no such file.
    private mutating func merge(_ path: String, _ files: any FileAccess) throws(ClusterError) -> Bool {
        guard let file = try KubeconfigFile.read(path, files) else { return false }
        self.files.append(path)
        clusters.add(file.clusters)
        users.add(file.users)
        contexts.add(file.contexts)
        currentContext = currentContext ?? file.currentContext
        return true
    }
}

extension [KubeconfigEntry] {
    fileprivate mutating func add(_ others: [KubeconfigEntry]) {
        let known = Set(map(\.name))
        append(contentsOf: others.filter { !known.contains($0.name) })
    }

    package func named(_ name: String) -> KubeconfigEntry? { first { $0.name == name } }
}

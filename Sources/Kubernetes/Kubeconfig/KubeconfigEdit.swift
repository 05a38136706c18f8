import Diagnostics
package import YAML

/// A change to a kubeconfig file that keeps everything else in it, written as kubectl writes: keys and names
/// sorted.
package struct KubeconfigEdit: Sendable {
    package let path: String
    /// What the file said before the edit; nil when there was none.
    package let previousContext: String?
    private(set) var root: Node

    /// Starts from the file's content; a missing or empty file counts as an empty kubeconfig.
    package init(_ path: String, _ files: any FileAccess) throws(ClusterError) {
        self.path = path
        let root = try KubeconfigFile.root(of: path, files) ?? .null
        let content = root.isNull ? Node.emptyMap : root
        previousContext = try KubeconfigFile(path, content).currentContext
        self.root = content
    }

    /// Sets `clusters`, `contexts` or `users` of a name; an entry of that name is replaced.
    private mutating func set(_ list: String, _ content: String, _ name: String, _ value: Node) {
        var entries = root[list]?.list ?? []
        entries.removeAll { ($0["name"]?.string ?? "") == name }
        entries.append([content: value, "name": Node(name)])
        root.set(list, Node(entries))
    }

    package mutating func setCluster(_ name: String, _ value: Node) {
        set("clusters", "cluster", name, value)
    }
    package mutating func setUser(_ name: String, _ value: Node) { set("users", "user", name, value) }
    package mutating func setContext(_ name: String, _ value: Node) {
        set("contexts", "context", name, value)
    }
    package mutating func setCurrentContext(_ name: String) { root.set("current-context", Node(name)) }

    /// Takes a cluster, user or context out, for instance those of a sandbox that is gone.
    package mutating func remove(cluster: String? = nil, user: String? = nil, context: String? = nil) {
        for (list, name) in [("clusters", cluster), ("users", user), ("contexts", context)] {
            guard let name, let entries = root[list]?.list else { continue }
            root.set(list, Node(entries.filter { $0["name"]?.string != name }))
        }
    }

    /// The text of the file after the edit.
    package var text: String {
        var result = root
        result.set("apiVersion", "v1")
        result.set("kind", "Config")
        if result["preferences"]?.isNull ?? true { result.set("preferences", .emptyMap) }
        if result["current-context"]?.isNull ?? true { result.set("current-context", "") }
        for list in ["clusters", "contexts", "users"] {
            let entries = result[list]?.list ?? []
            let sorted = entries.enumerated().sorted { a, b in
                let (x, y) = (a.element["name"]?.string ?? "", b.element["name"]?.string ?? "")
                return (x, a.offset) < (y, b.offset)
            }
            result.set(list, Node(sorted.map(\.element)))
        }
        return YAMLWriter.text(result)
    }

    /// Puts the file in place at once, readable by its owner alone.
    package func write(_ files: any FileAccess) throws(ClusterError) {
        do {
            try files.replace(path, with: Array(text.utf8))
        } catch {
            throw .configuration("cannot write \"\(path.escapingControls)\": \(error.reason)")
        }
    }
}

extension KubeconfigEdit {
    /// The edit of `context-create` and of a sandbox: a cluster, a context of the same name, and the current
    /// context.
    ///
    /// `user` nil writes a context with an empty user, as 0.7.1 did.
    package mutating func use(_ name: String, cluster: Node, user: (name: String, value: Node)? = nil) {
        setCluster(name, cluster)
        if let user { setUser(user.name, user.value) }
        setContext(name, ["cluster": Node(name), "user": Node(user?.name ?? "")])
        setCurrentContext(name)
    }
}

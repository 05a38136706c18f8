import Kubernetes
import Schema
import YAML

/// Reads objects from a cluster by type, name, namespace and label.
struct Finder: Sendable {
    let cluster: any Cluster
    /// Nil for all namespaces.
    let namespace: String?
    let labelSelector: String?

    /// All objects of a type.
    func all(_ type: ResourceType) async throws -> [Node] {
        try await Pager(
            cluster, type, namespace: scope(type), ListOptions(labelSelector: labelSelector)
        ).all()
    }

    func one(_ type: ResourceType, _ name: String) async throws -> Node {
        try ResourceName.check(name)
        return try await cluster.get(type, namespace: scope(type), name: name)
    }

    /// Hands the state and then each change to `body`, until that throws or the task is cancelled. One object
    /// by its name must be there at the beginning.
    func follow(
        _ type: ResourceType, named name: String? = nil, onInterruption: (ClusterError) -> Void,
        _ body: (Watcher.Change) async throws -> Void
    ) async throws {
        if let name { _ = try await one(type, name) }
        let options = ListOptions(
            labelSelector: labelSelector, fieldSelector: name.map { "metadata.name=\($0)" })
        try await Watcher(cluster, type, namespace: scope(type), options).follow(
            onInterruption: onInterruption, body)
    }

    private func scope(_ type: ResourceType) -> String? { type.isNamespaced ? namespace : nil }
}

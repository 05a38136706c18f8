package import Kubernetes
package import YAML

/// Which object of a cluster is meant.
package struct ObjectIdentity: Sendable, Hashable, Comparable {
    package let type: ResourceType
    /// nil for objects of the cluster as a whole.
    package let namespace: String?
    package let name: String

    package init(_ type: ResourceType, namespace: String?, name: String) {
        self.type = type
        self.namespace = type.isNamespaced ? namespace : nil
        self.name = name
    }

    package init(_ type: ResourceType, of object: Node) {
        self.init(type, namespace: object[["metadata", "namespace"]]?.string, name: object.objectName ?? "")
    }

    /// `Deployment istiod in istio-system`.
    package var text: String { "\(type.kind) \(name)" + (namespace.map { " in \($0)" } ?? "") }

    /// Applies an object on the server's side, as an installation does.
    package func apply(_ object: Node, in cluster: any Cluster) async throws {
        _ = try await cluster.apply(self, object)
    }

    /// Deletes the object, which may be gone already.
    package func remove(from cluster: any Cluster) async throws { try await cluster.remove(self) }

    package static func < (a: ObjectIdentity, b: ObjectIdentity) -> Bool {
        a.order.lexicographicallyPrecedes(b.order)
    }

    private var order: [String] { [type.kind, namespace ?? "", name] }

    /// The same object, whatever the version of its type.
    package static func == (a: ObjectIdentity, b: ObjectIdentity) -> Bool { a.key == b.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
    private var key: [String] { [type.qualifiedName, namespace ?? "", name] }
}

package import Kubernetes
package import YAML

/// Finds what installers of Istio have made in a cluster.
package struct OwnedObjects: Sendable {
    package struct Found: Sendable {
        package let identity: ObjectIdentity
        package let object: Node

        /// nil for what an installer of another release made.
        package var component: Component? { Ownership.component(of: object) }
    }

    private let cluster: any Cluster
    private let types: ObjectTypes

    package init(_ cluster: any Cluster, _ types: ObjectTypes) {
        self.cluster = cluster
        self.types = types
    }

    /// The objects that a selector finds and an installer has written; what is to go first is first. Objects
    /// with its labels that others wrote are left out.
    func find(_ selector: String) async throws -> [Found] {
        let types = try await types.installed()
        let pages = try await Waves.run(types, width: 8) { type in
            try await list(type, selector).map { Found(identity: ObjectIdentity(type, of: $0), object: $0) }
        }
        return pages.flatMap { $0.sorted { $0.identity < $1.identity } }
    }

    private func list(_ type: ResourceType, _ selector: String) async throws -> [Node] {
        let options = ListOptions(labelSelector: selector)
        do {
            return try await Pager(cluster, type, namespace: nil, options).all().filter(Ownership.isOwned)
        } catch ClusterError.status(let status) where status.isNotFound {
            return []
        }
    }
}

import Kubernetes
import YAML

/// The control planes of a cluster.
enum ControlPlane {
    static let deployments = ResourceType(
        group: "apps", version: "v1", plural: "deployments", kind: "Deployment")

    /// Selects the pods of a revision's istiod; of any where none is named.
    static func selector(_ revision: String?) -> String {
        "app=istiod" + (revision.map { ",istio.io/rev=\($0)" } ?? "")
    }

    /// The revisions of the istiods in a namespace.
    static func revisions(_ namespace: String?, in cluster: any Cluster) async throws -> Set<String> {
        let options = ListOptions(labelSelector: "app=istiod")
        let all = try await Pager(cluster, deployments, namespace: namespace, options).all()
        return Set(all.map { $0[["metadata", "labels"]]?["istio.io/rev"]?.string ?? "default" })
    }
}

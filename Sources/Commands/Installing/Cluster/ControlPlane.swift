import Kubernetes
import YAML

/// The control planes of a cluster.
enum ControlPlane {
    static let deployments = ResourceType(
        group: "apps", version: "v1", plural: "deployments", kind: "Deployment")

    /// The revisions of the istiods in a namespace.
    static func revisions(_ namespace: String?, in cluster: any Cluster) async throws -> Set<String> {
        let options = ListOptions(labelSelector: "app=istiod")
        let all = try await Pager(cluster, deployments, namespace: namespace, options).all()
        return Set(all.map { $0[["metadata", "labels"]]?["istio.io/rev"]?.string ?? "default" })
    }
}

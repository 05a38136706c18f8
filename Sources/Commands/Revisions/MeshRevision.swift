import Kubernetes
import YAML

/// A control plane and who follows it.
struct MeshRevision {
    let name: String
    let version: String
    /// Where it runs.
    let namespace: String
    /// Pods that are ready, of those wanted.
    let ready: String
    let tags: [String]
    let webhooks: [String]
    /// Namespaces that follow it, by its own name or by a tag.
    let namespaces: [String]
    /// Pods with its proxies.
    let pods: [String]

    var node: Node {
        func list(_ names: [String]) -> Node { Node(names.map { Node($0) }) }
        return [
            "revision": Node(name), "version": Node(version), "namespace": Node(namespace),
            "ready": Node(ready),
            "tags": list(tags), "webhooks": list(webhooks), "namespaces": list(namespaces),
            "pods": list(pods),
        ]
    }

    static func all(_ cluster: any Cluster) async throws -> [MeshRevision] {
        let selector = ListOptions(labelSelector: "app=istiod")
        let deployments = try await Pager(cluster, ControlPlane.deployments, selector).all()
        let webhooks = try await RevisionTag.webhooks(cluster)
        let pods = try await Pager(cluster, .pods).all().filter {
            $0[["metadata", "annotations"]]?["sidecar.istio.io/status"] != nil
        }
        var revisions: [MeshRevision] = []
        for deployment in deployments {
            let name = deployment.label("istio.io/rev") ?? "default"
            let own = webhooks.filter { $0.label("istio.io/rev") == name }
            let tags = own.compactMap { $0.label("istio.io/tag") }.sorted()
            var namespaces: Set<String> = []
            for follower in tags + [name] {
                namespaces.formUnion(try await TagList.namespaces(cluster, of: follower))
            }
            let container = deployment[["spec", "template", "spec", "containers"]]?.list?.first
            let image = container?["image"]?.string ?? ""
            revisions.append(
                MeshRevision(
                    name: name, version: image.split(separator: ":").last.map(String.init) ?? "",
                    namespace: deployment[["metadata", "namespace"]]?.string ?? "",
                    ready: "\(deployment[["status", "readyReplicas"]]?.int ?? 0)"
                        + "/\(deployment[["spec", "replicas"]]?.int ?? 1)",
                    tags: tags, webhooks: own.compactMap { $0[["metadata", "name"]]?.string }.sorted(),
                    namespaces: namespaces.sorted(),
                    pods: pods.filter { revision(of: $0) == name }.map(path).sorted()))
        }
        return revisions.sorted { $0.name < $1.name }
    }

    private static func revision(of pod: Node) -> String {
        pod[["metadata", "annotations"]]?["istio.io/rev"]?.string ?? "default"
    }

    private static func path(_ pod: Node) -> String {
        "\(pod[["metadata", "namespace"]]?.string ?? "")/\(pod[["metadata", "name"]]?.string ?? "")"
    }
}

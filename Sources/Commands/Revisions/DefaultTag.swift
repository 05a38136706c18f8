import Kubernetes
import YAML

/// The tag for namespaces with `istio-injection=enabled`.
enum DefaultTag {
    static let name = "default"
    static let webhook = "istio-revision-tag-default"

    /// Webhooks of the default revision's own injector that do what the tag does.
    private static let replaced = ["namespace", "object", "auto"].map { "\($0).sidecar-injector.istio.io" }

    /// Leaves to the tag what the injector of the default revision did: no pod may meet two webhooks.
    static func takeOver(in cluster: any Cluster) async throws {
        let all = try await RevisionTag.webhooks(cluster)
        for injector in all where injector.label("istio.io/tag") == nil {
            let webhooks = injector["webhooks"]?.list ?? []
            let rest = webhooks.filter { !replaced.contains($0["name"]?.string ?? "") }
            guard rest.count < webhooks.count, let name = injector[["metadata", "name"]]?.string else {
                continue
            }
            let version = injector[["metadata", "resourceVersion"]] ?? ""
            let patch: Node = [
                ["op": "replace", "path": "/webhooks", "value": Node(rest)],
                ["op": "replace", "path": "/metadata/resourceVersion", "value": version],
            ]
            _ = try await cluster.patch(
                .mutatingWebhooks, namespace: nil, name: name, Patch(.json, patch), WriteOptions())
        }
    }
}

import Installation
import Kubernetes
import YAML

/// What an installation was asked for, kept in the cluster as Helm keeps its releases: so that
/// `verify-install` and `upgrade` know it without being told again.
enum InstalledSettings {
    private static let type = "istioctl.istio.io/installation"
    private static let key = "istiooperator.yaml"

    static func name(_ revision: String?) -> String {
        "istio-installation" + (revision.map { "-\($0)" } ?? "")
    }

    /// The object that keeps the settings.
    static func object(_ settings: InstallationSettings) -> Node {
        let text = Base64.encode(Array(YAMLWriter.text(settings.request).utf8))
        return [
            "apiVersion": "v1", "kind": "Secret", "type": Node(type),
            "metadata": [
                "name": Node(name(settings.revision)), "namespace": Node(settings.namespace),
                "labels": ["app.kubernetes.io/part-of": "istio"],
            ],
            "data": [key: Node(text)],
        ]
    }

    /// What was asked for; nil where nothing is kept, as when another installer was at work.
    static func find(_ revision: String?, namespace: String, in cluster: any Cluster) async throws -> Node? {
        let found: Node
        do {
            found = try await cluster.get(.secrets, namespace: namespace, name: name(revision))
        } catch ClusterError.status(let status) where status.isNotFound {
            return nil
        }
        guard let text = found[["data", key]]?.string, let bytes = Base64.decode(text) else { return nil }
        return YAMLReader.documents(in: Source(name: name(revision), text: bytes)).first?.root
    }
}

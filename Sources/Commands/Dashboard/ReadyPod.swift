import Diagnostics
import Kubernetes
import YAML

/// Finds pods that answer.
struct ReadyPod {
    struct Name: Sendable, Equatable {
        let namespace: String
        let name: String
    }

    let cluster: any Cluster

    /// The first ready pod that a selector finds.
    func first(_ selector: String, namespace: String) async throws -> Name? {
        let pods = try await Pager(cluster, .pods, namespace: namespace, ListOptions(labelSelector: selector))
            .all()
        return pods.first(where: Self.isReady).map {
            Name(namespace: namespace, name: $0[["metadata", "name"]]?.string ?? "")
        }
    }

    /// A pod by `NAME`, `NAME.NAMESPACE` or `deployment/NAME`.
    func named(_ text: String, namespace: String) async throws -> Name {
        var text = text
        var namespace = namespace
        if let dot = text.lastIndex(of: "."), !text.contains("/") || dot > text.firstIndex(of: "/") ?? dot {
            namespace = String(text[text.index(after: dot)...])
            text = String(text[..<dot])
        }
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2, ["deployment", "deploy", "deployments"].contains(parts[0]) {
            let deployment = try await cluster.get(
                ControlPlane.deployments, namespace: namespace, name: parts[1])
            let pods = try await Pager(podsOf: deployment, in: cluster)?.all() ?? []
            guard let pod = pods.first(where: Self.isReady) else {
                throw Failure("no pod of the deployment \(parts[1].escapingControls) is ready")
            }
            return Name(namespace: namespace, name: pod[["metadata", "name"]]?.string ?? "")
        }
        let name = parts.last ?? ""
        let pod = try await cluster.get(.pods, namespace: namespace, name: name)
        guard Self.isReady(pod) else {
            let phase = pod[["status", "phase"]]?.string ?? "not ready"
            throw Failure("the pod \(namespace)/\(name) is not ready (\(phase))".escapingControls)
        }
        return Name(namespace: namespace, name: name)
    }

    private static func isReady(_ pod: Node) -> Bool {
        (pod[["status", "conditions"]]?.list ?? []).contains {
            $0["type"]?.string == "Ready" && $0["status"]?.string == "True"
        } && pod[["metadata", "deletionTimestamp"]] == nil
    }
}

import Schema
import YAML

/// The parts of objects that are asked for by themselves.
enum Subresources {
    /// Kinds of Kubernetes whose status is a part of its own, by `group/plural`.
    private static let withStatus: Set<String> = [
        "/namespaces", "/nodes", "/pods", "/services", "/replicationcontrollers", "/resourcequotas",
        "/persistentvolumes", "/persistentvolumeclaims", "apps/deployments", "apps/replicasets",
        "apps/statefulsets", "apps/daemonsets", "batch/jobs", "batch/cronjobs",
        "autoscaling/horizontalpodautoscalers", "policy/poddisruptionbudgets", "networking.k8s.io/ingresses",
        "apiextensions.k8s.io/customresourcedefinitions",
    ]

    private static let scaled: Set<String> = [
        "/replicationcontrollers", "apps/deployments", "apps/replicasets", "apps/statefulsets",
    ]

    /// Whether writes of the whole object leave the status alone.
    static func hasStatus(_ kind: Kind, _ version: String, in kinds: KindRegistry) -> Bool {
        if let custom = kinds.custom(kind) { return custom.version(version)?.hasStatus ?? false }
        return kind.generation == .today
            && (kind.group.hasSuffix(".istio.io") || withStatus.contains("\(kind.group)/\(kind.plural)"))
    }

    /// Where the number of replicas and the labels of their selector stand; nil for kinds that have none.
    static func scale(_ kind: Kind, _ version: String, in kinds: KindRegistry) -> ScalePaths? {
        if let custom = kinds.custom(kind) {
            return custom.version(version)?.scale.flatMap(ScalePaths.init)
        }
        return scaled.contains("\(kind.group)/\(kind.plural)") ? .standard : nil
    }

    /// Their names, as discovery lists them.
    static func names(of kind: Kind, _ version: String, in kinds: KindRegistry) -> [String] {
        var names: [String] = []
        if hasStatus(kind, version, in: kinds) { names.append("status") }
        if scale(kind, version, in: kinds) != nil { names.append("scale") }
        return names
    }
}

/// The fields of an object that its scale shows.
struct ScalePaths: Sendable {
    let wanted: [String]
    let current: [String]
    let selector: [String]?

    static let standard = ScalePaths(
        wanted: ["spec", "replicas"], current: ["status", "replicas"], selector: ["spec", "selector"])
}

extension ScalePaths {
    /// Of a definition: `.spec.replicas` and so on.
    init?(_ node: Node) {
        func path(_ name: String) -> [String]? {
            node[name]?.string.map { $0.split(separator: ".").map(String.init) }
        }
        guard let wanted = path("specReplicasPath"), let current = path("statusReplicasPath") else {
            return nil
        }
        self.init(wanted: wanted, current: current, selector: path("labelSelectorPath"))
    }

    /// The scale of an object (autoscaling/v1).
    func node(of object: Node) -> Node {
        var metadata = Node.emptyMap
        for field in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
            metadata.set(field, object[["metadata", field]])
        }
        var status: Node = ["replicas": object[current] ?? 0]
        if let selector = selector.flatMap({ object[$0] }) {
            status.set("selector", Node(selector.string ?? Self.text(of: selector)))
        }
        return [
            "kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": metadata,
            "spec": ["replicas": object[wanted] ?? 1], "status": status,
        ]
    }

    /// A selector as queries spell it.
    private static func text(of selector: Node) -> String {
        let labels =
            selector["matchLabels"]?.map ?? (selector["matchExpressions"] == nil ? selector.map : nil)
        return (labels ?? []).map { "\($0.key)=\($0.value.string ?? "")" }.sorted().joined(separator: ",")
    }
}

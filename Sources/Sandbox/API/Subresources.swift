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

    /// As discovery lists them, by name.
    static func all(of kind: Kind, _ version: String, in kinds: KindRegistry) -> [Subresource] {
        var all = kind.isPod ? Subresource.ofPods : []
        if hasStatus(kind, version, in: kinds) {
            all.append(Subresource("status", (kind.group, version, kind.name), ["get", "patch", "update"]))
        }
        if scale(kind, version, in: kinds) != nil {
            all.append(Subresource("scale", ("autoscaling", "v1", "Scale"), ["get", "patch", "update"]))
        }
        return all.sorted { $0.name < $1.name }
    }
}

/// A part of objects as discovery tells of it.
struct Subresource {
    let name: String
    /// The type of what is read and written, which need not be that of the object.
    let group: String
    let version: String
    let kind: String
    let verbs: [String]

    init(_ name: String, _ type: (group: String, version: String, kind: String), _ verbs: [String]) {
        self.name = name
        (group, version, kind) = type
        self.verbs = verbs
    }

    static let ofPods = [
        Subresource("attach", ("", "v1", "PodAttachOptions"), ["create", "get"]),
        Subresource("eviction", ("policy", "v1", "Eviction"), ["create"]),
        Subresource("exec", ("", "v1", "PodExecOptions"), ["create", "get"]),
        Subresource("log", ("", "v1", "Pod"), ["get"]),
        Subresource("portforward", ("", "v1", "PodPortForwardOptions"), ["create", "get"]),
    ]
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

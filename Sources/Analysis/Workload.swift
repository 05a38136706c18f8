import YAML

/// A pod, or what a deployment in a file will make pods of.
struct Workload: Sendable {
    let object: MeshObject
    let labels: [String: String]
    let annotations: [String: String]
    /// The specification of the pod.
    let spec: Node

    var namespace: String { object.namespace }

    /// Whether the ambient data plane serves the pod, so that it has no proxy of its own.
    var isAmbient: Bool { annotations["ambient.istio.io/redirection"] == "enabled" }

    var containers: [Node] { spec["containers"]?.list ?? [] }
    var initContainers: [Node] { spec["initContainers"]?.list ?? [] }

    init(object: MeshObject, labels: [String: String], annotations: [String: String], spec: Node) {
        self.object = object
        self.labels = labels
        self.annotations = annotations
        self.spec = spec
    }

    /// A pod as it runs.
    init(pod: MeshObject) {
        object = pod
        labels = pod.labels
        annotations = pod.annotations
        spec = pod.spec
    }

    /// The template of an object that makes pods; nil for objects of other types.
    init?(templateOf object: MeshObject) {
        guard Self.templateTypes.contains(object.type), let template = object.spec["template"] else {
            return nil
        }
        self.object = object
        labels = MeshObject.texts(template["metadata"]?["labels"])
        annotations = MeshObject.texts(template["metadata"]?["annotations"])
        spec = template["spec"] ?? .null
    }

    static let templateTypes: [ObjectType] = [
        .deployment, ObjectType("apps", "DaemonSet"), ObjectType("apps", "StatefulSet"),
        ObjectType("apps", "ReplicaSet"), ObjectType("batch", "Job"),
    ]
}

/// Finds workloads by their labels without trying each.
struct WorkloadIndex: Sendable {
    let all: [Workload]
    /// Namespaces of which the input shows workloads.
    let knownNamespaces: Set<String>
    private let byNamespace: [String: [Int]]
    private let byLabel: [Label: [Int]]

    private struct Label: Hashable {
        let key: String
        let value: String
    }

    init(_ workloads: [Workload]) {
        all = workloads
        knownNamespaces = Set(workloads.lazy.filter { $0.object.origin != .assumed }.map(\.namespace))
        byNamespace = Dictionary(grouping: workloads.indices) { workloads[$0].namespace }
        var byLabel: [Label: [Int]] = [:]
        for (index, workload) in workloads.enumerated() {
            for (key, value) in workload.labels {
                byLabel[Label(key: key, value: value), default: []].append(index)
            }
        }
        self.byLabel = byLabel
    }

    /// The workloads that a selector selects, of one namespace or of all, in the order of the input.
    func selected(by selector: [String: String], in namespace: String? = nil) -> [Workload] {
        candidates(selector, namespace).map { all[$0] }.filter { matches($0, selector, namespace) }
    }

    /// The first of them.
    func first(selectedBy selector: [String: String], in namespace: String? = nil) -> Workload? {
        candidates(selector, namespace).first { matches(all[$0], selector, namespace) }.map { all[$0] }
    }

    private func matches(_ workload: Workload, _ selector: [String: String], _ namespace: String?) -> Bool {
        (namespace == nil || workload.namespace == namespace) && Labels.match(selector, workload.labels)
    }

    private func candidates(_ selector: [String: String], _ namespace: String?) -> [Int] {
        let lists = selector.map { byLabel[Label(key: $0.key, value: $0.value)] ?? [] }
        let rarest = lists.min { $0.count < $1.count }
        let local = namespace.map { byNamespace[$0] ?? [] }
        switch (rarest, local) {
        case (let rarest?, let local?): return rarest.count < local.count ? rarest : local
        case (let rarest?, nil): return rarest
        case (nil, let local?): return local
        case (nil, nil): return Array(all.indices)
        }
    }
}

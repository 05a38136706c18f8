import Kubernetes
import YAML

/// Keeps as many pods of a ReplicaSet (or ReplicationController) as it wants.
struct ReplicaSetController: Controller {
    let name = "replicaset-controller"
    let type: ResourceType
    let dependents = [ResourceType.pods]

    /// The most pods that are made at one go; the rest comes with the next look.
    private static let batch = 100

    init(_ type: ResourceType = .replicaSets) { self.type = type }

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        let owner = try controller(of: dependent)
        if !owner.isEmpty { return owner }
        let pod = try JSONReader.node(dependent.body)
        // One without a manager may be adopted.
        guard pod.controller == nil else { return [] }
        return try client.list(type, dependent.key.namespace)
            .filter { Self.selector(of: $0)?.matches(pod) ?? false }
            .map { key($0.namespace, $0.name) }
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard let set = try client.get(type, key.namespace, key.name) else { return nil }
        var pods = try await pods(of: set, client)
        var failure: APIFailure?
        if !set.isEnding {
            do {
                try await scale(set, pods.filter(\.isActivePod), client)
            } catch let error as APIFailure {
                failure = error
            }
            pods = try client.list(.pods, key.namespace).filter { $0.isControlled(by: set) }
        }
        let active = pods.filter(\.isActivePod)
        try await report(set, active, failure, client)
        if let failure { throw failure }
        let wanted = set[["spec", "replicas"]]?.int ?? 1
        if active.count < wanted, !set.isEnding { return .milliseconds(1) }
        return nextAvailability(set, active)
    }

    /// Those that it manages, and those that it may.
    private func pods(of set: Node, _ client: LocalClient) async throws -> [Node] {
        let selector = Self.selector(of: set)
        var pods: [Node] = []
        for pod in try client.list(.pods, set.namespace) {
            if pod.isControlled(by: set) {
                pods.append(pod)
            } else if !set.isEnding, pod.controller == nil, pod.isActivePod, selector?.matches(pod) ?? false {
                let references = (pod[["metadata", "ownerReferences"]]?.list ?? []) + [set.asController]
                pods.append(
                    try await client.merge(
                        .pods, pod.namespace, pod.name,
                        ["metadata": ["ownerReferences": Node(references)]]))
            }
        }
        return pods
    }

    private func scale(_ set: Node, _ active: [Node], _ client: LocalClient) async throws {
        let wanted = Int(clamping: set[["spec", "replicas"]]?.int ?? 1)
        let events = EventRecorder(client)
        for _ in 0..<min(max(0, wanted - active.count), Self.batch) {
            do {
                let pod = try await client.create(.pods, PodTemplate.pod(of: set))
                await events.tell(set, .normal, "SuccessfulCreate", "Created pod: \(pod.name)")
            } catch let failure as APIFailure {
                await events.tell(set, .warning, "FailedCreate", "Error creating: \(failure.message)")
                throw failure
            }
        }
        guard active.count > wanted else { return }
        for pod in active.sorted(by: Self.goesBefore).prefix(active.count - wanted) {
            try await client.delete(.pods, pod.namespace, pod.name, uid: pod.uid)
            await events.tell(set, .normal, "SuccessfulDelete", "Deleted pod: \(pod.name)")
        }
    }

    /// What runs least is missed least: unscheduled, pending, not ready, restarted more often, younger.
    private static func goesBefore(_ a: Node, _ b: Node) -> Bool {
        func rank(_ pod: Node) -> [Int64] {
            [
                pod[["spec", "nodeName"]] == nil ? 0 : 1, pod.phase == "Running" ? 1 : 0,
                pod.isReadyPod ? 1 : 0, -pod.podRestarts, -pod.created,
            ]
        }
        let (x, y) = (rank(a), rank(b))
        return x == y ? a.name > b.name : x.lexicographicallyPrecedes(y)
    }

    private func report(_ set: Node, _ active: [Node], _ failure: APIFailure?, _ client: LocalClient)
        async throws
    {
        let patience = set[["spec", "minReadySeconds"]]?.int ?? 0
        let now = Timestamp.now()
        let labels = set[["spec", "template", "metadata", "labels"]]?.map ?? []
        let ready = active.filter(\.isReadyPod)
        let counts = [
            ("replicas", active.count),
            (
                "fullyLabeledReplicas",
                active.filter { pod in labels.allSatisfy { pod.label($0.key) == $0.value.string } }.count
            ),
            ("readyReplicas", ready.count),
            ("availableReplicas", ready.filter { $0.isAvailablePod(after: patience, now: now) }.count),
        ]
        var status: Node = ["observedGeneration": Node(set.generation)]
        for (name, count) in counts where count > 0 || name == "replicas" { status.set(name, Node(count)) }
        var conditions = Conditions(of: set)
        if let failure {
            conditions.set("ReplicaFailure", true, "FailedCreate", failure.message)
        } else {
            conditions.remove("ReplicaFailure")
        }
        if !conditions.list.isEmpty { status.set("conditions", conditions.node) }
        guard status != set["status"] else { return }
        var updated = set
        updated.set("status", status)
        try await client.replaceStatus(type, updated)
    }

    /// When the next pod will have been ready for long enough.
    private func nextAvailability(_ set: Node, _ active: [Node]) -> Duration? {
        let patience = set[["spec", "minReadySeconds"]]?.int ?? 0
        guard patience > 0 else { return nil }
        let now = Timestamp.now()
        return active.compactMap { $0.readySince.map { since in since + patience - now } }
            .filter { $0 > 0 }.min().map { .seconds($0) }
    }

    /// Of a ReplicationController it is a map of labels, which may be left to the template.
    static func selector(of set: Node) -> LabelSelector? {
        guard set["kind"]?.string == "ReplicationController" else {
            guard let selector = set[["spec", "selector"]], let found = LabelSelector(object: selector),
                !found.isEmpty
            else { return nil }
            return found
        }
        let labels = set[["spec", "selector"]] ?? set[["spec", "template", "metadata", "labels"]]
        guard let labels, let found = LabelSelector(object: ["matchLabels": labels]), !found.isEmpty else {
            return nil
        }
        return found
    }
}

import Kubernetes
import YAML

/// Leads the pods of a Deployment from one template to the next, by a ReplicaSet for each.
struct DeploymentController: Controller {
    let name = "deployment-controller"
    let type = ResourceType.deployments
    let dependents = [ResourceType.replicaSets, .pods]

    static let revision = "deployment.kubernetes.io/revision"
    private static let desired = "deployment.kubernetes.io/desired-replicas"
    private static let maximum = "deployment.kubernetes.io/max-replicas"
    /// Annotations that say something of the Deployment itself.
    private static let own = [
        revision, desired, maximum, "deployment.kubernetes.io/revision-history",
        "kubectl.kubernetes.io/last-applied-configuration", "deprecated.deployment.rollback.to",
    ]

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        guard dependent.key.plural == "pods" else { return try controller(of: dependent) }
        // Only the end of a pod is news that its ReplicaSet does not tell: Recreate waits for it.
        guard let owner = try JSONReader.node(dependent.body).controller,
            owner["kind"]?.string == "ReplicaSet",
            let name = owner["name"]?.string,
            let set = try client.get(.replicaSets, dependent.key.namespace, name),
            let deployment = set.controller?["name"]?.string
        else { return [] }
        return [key(dependent.key.namespace, deployment)]
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard var deployment = try client.get(type, key.namespace, key.name), !deployment.isEnding,
            let selector = LabelSelector(object: deployment[["spec", "selector"]]), !selector.isEmpty
        else { return nil }
        var sets = try client.list(.replicaSets, key.namespace)
            .filter { $0.isControlled(by: deployment) && !$0.isEnding }
            .sorted { ($0.created, $0.name) < ($1.created, $1.name) }
        let template = PodTemplate(of: deployment)
        let isPaused = deployment[["spec", "paused"]]?.bool ?? false
        if !isPaused {
            try await prepareNew(&deployment, &sets, template, client)
        }
        let current = sets.firstIndex { PodTemplate(of: $0).node == template.node }
        let sizes = try await scale(deployment, sets, current, isPaused: isPaused, client)
        for index in sets.indices { sets[index].set(path: ["spec", "replicas"], Node(sizes[index])) }
        let status = DeploymentStatus(deployment, sets, current: current)
        if status.node != deployment["status"] {
            deployment.set("status", status.node)
            deployment = try await client.replaceStatus(type, deployment)
        }
        if status.isComplete { try await forget(sets, current, deployment, client) }
        return status.deadline
    }

    // MARK: The ReplicaSet of the present template

    /// Makes it, or brings back the one that had this template before, as the newest revision.
    private func prepareNew(
        _ deployment: inout Node, _ sets: inout [Node], _ template: PodTemplate, _ client: LocalClient
    ) async throws {
        let revisions = sets.map { $0.annotation(Self.revision).flatMap { Int64($0) } ?? 0 }
        let revision: Int64
        if let found = sets.firstIndex(where: { PodTemplate(of: $0).node == template.node }) {
            let others = revisions.indices.filter { $0 != found }.map { revisions[$0] }.max() ?? 0
            revision = max(revisions[found], others < .max ? others + 1 : others)
            if revision != revisions[found] {
                sets[found] = try await annotate(sets[found], revision, deployment, client)
            }
        } else {
            revision = (revisions.max() ?? 0) + 1
            sets.append(try await make(deployment, template, revision, client))
        }
        guard deployment.annotation(Self.revision) != "\(revision)" else { return }
        deployment = try await client.merge(
            type, deployment.namespace, deployment.name,
            ["metadata": ["annotations": [Self.revision: Node("\(revision)")]]])
    }

    private func make(
        _ deployment: Node, _ template: PodTemplate, _ revision: Int64, _ client: LocalClient
    ) async throws -> Node {
        var annotations = Self.copied(deployment)
        annotations.set(Self.revision, Node("\(revision)"))
        for attempt in Int64(0)..<10 {
            let hash = template.hash(attempt)
            var spec: Node = ["replicas": 0, "selector": deployment[["spec", "selector"]] ?? .emptyMap]
            spec.set("template", deployment[["spec", "template"]])
            spec.set("minReadySeconds", deployment[["spec", "minReadySeconds"]])
            spec.set(path: ["selector", "matchLabels", PodTemplate.hashLabel], Node(hash))
            spec.set(path: ["template", "metadata", "labels", PodTemplate.hashLabel], Node(hash))
            let set: Node = [
                "apiVersion": "apps/v1", "kind": "ReplicaSet",
                "metadata": [
                    "name": Node("\(deployment.name)-\(hash)"), "namespace": Node(deployment.namespace),
                    "labels": spec[["template", "metadata", "labels"]] ?? .emptyMap,
                    "annotations": annotations, "ownerReferences": [deployment.asController],
                ],
                "spec": spec,
            ]
            do {
                return try await client.create(.replicaSets, set)
            } catch let failure as APIFailure where failure.reason == "AlreadyExists" {
                continue
            }
        }
        throw APIFailure(409, "AlreadyExists", "no name is free for a new ReplicaSet of \(deployment.name)")
    }

    private func annotate(_ set: Node, _ revision: Int64, _ deployment: Node, _ client: LocalClient)
        async throws -> Node
    {
        var annotations = Self.copied(deployment)
        let last = set.annotation(Self.revision) ?? ""
        let history = set.annotation("deployment.kubernetes.io/revision-history").map { "\($0),\(last)" }
        annotations.set("deployment.kubernetes.io/revision-history", Node(history ?? last))
        annotations.set(Self.revision, Node("\(revision)"))
        return try await client.merge(
            .replicaSets, set.namespace, set.name, ["metadata": ["annotations": annotations]])
    }

    /// What people say of a Deployment, such as the cause of a change, is said of its newest ReplicaSet.
    private static func copied(_ deployment: Node) -> Node {
        Node((deployment[["metadata", "annotations"]]?.map ?? []).filter { !own.contains($0.key) })
    }

    // MARK: Sizes

    /// Gives each ReplicaSet its size; the sizes afterwards.
    private func scale(
        _ deployment: Node, _ sets: [Node], _ current: Int?, isPaused: Bool, _ client: LocalClient
    ) async throws -> [Int] {
        let rollout = Rollout(of: deployment)
        let sizes = try wanted(deployment, sets, current, rollout, isPaused: isPaused, client)
        for (set, size) in zip(sets, sizes) {
            let before = Self.size(of: set).wanted
            var annotations = Node.emptyMap
            for (field, value) in [
                (Self.desired, rollout.replicas), (Self.maximum, rollout.replicas + rollout.maxSurge),
            ] where size > 0 && set.annotation(field) != "\(value)" {
                annotations.set(field, Node("\(value)"))
            }
            var patch: Node = size == before ? .emptyMap : ["spec": ["replicas": Node(size)]]
            if annotations.map?.isEmpty == false { patch.set("metadata", ["annotations": annotations]) }
            guard patch.map?.isEmpty == false else { continue }
            try await client.merge(.replicaSets, set.namespace, set.name, patch)
            guard size != before else { continue }
            await EventRecorder(client).tell(
                deployment, .normal, "ScalingReplicaSet",
                "Scaled \(size > before ? "up" : "down") replica set \(set.name) from \(before) to \(size)")
        }
        return sizes
    }

    private func wanted(
        _ deployment: Node, _ sets: [Node], _ current: Int?, _ rollout: Rollout, isPaused: Bool,
        _ client: LocalClient
    ) throws -> [Int] {
        var sizes = sets.map { Self.size(of: $0) }
        let active = sizes.indices.filter { sizes[$0].wanted > 0 }
        if active.count <= 1 && (isPaused || active.first == current), let only = active.first ?? current {
            sizes[only].wanted = rollout.replicas
            return sizes.map(\.wanted)
        }
        // A rollout that is paused keeps its place, and only follows the total.
        guard !isPaused, let current else {
            guard let largest = active.max(by: { sizes[$0].wanted < sizes[$1].wanted }) else {
                return sizes.map(\.wanted)
            }
            let others = active.reduce(0) { $0 + ($1 == largest ? 0 : sizes[$1].wanted) }
            sizes[largest].wanted = max(0, rollout.replicas - others)
            return sizes.map(\.wanted)
        }
        if deployment[["spec", "strategy", "type"]]?.string == "Recreate" {
            let hasOldPods = try hasPods(of: sets.indices.filter { $0 != current }.map { sets[$0] }, client)
            for index in sizes.indices where index != current { sizes[index].wanted = 0 }
            if !hasOldPods { sizes[current].wanted = rollout.replicas }
            return sizes.map(\.wanted)
        }
        let total = sizes.reduce(0) { $0 + $1.wanted }
        sizes[current].wanted = rollout.growth(of: sizes[current], total: total)
        let old = sizes.indices.filter { $0 != current }
        for (index, size) in zip(old, rollout.shrinking(old.map { sizes[$0] }, new: sizes[current])) {
            sizes[index].wanted = size
        }
        return sizes.map(\.wanted)
    }

    private func hasPods(of sets: [Node], _ client: LocalClient) throws -> Bool {
        guard let namespace = sets.first?.namespace else { return false }
        let owners = Set(sets.map(\.uid))
        return try client.list(.pods, namespace).contains { pod in
            owners.contains(pod.controller?["uid"]?.string ?? "") && pod.phase != "Succeeded"
                && pod.phase != "Failed"
        }
    }

    static func size(of set: Node) -> Rollout.Size {
        Rollout.Size(
            wanted: Int(clamping: set[["spec", "replicas"]]?.int ?? 1),
            available: Int(clamping: set[["status", "availableReplicas"]]?.int ?? 0))
    }

    /// Old ReplicaSets without pods go when there are more of them than the Deployment wants to remember.
    private func forget(_ sets: [Node], _ current: Int?, _ deployment: Node, _ client: LocalClient)
        async throws
    {
        let limit = Int(clamping: deployment[["spec", "revisionHistoryLimit"]]?.int ?? 10)
        let old = sets.indices.filter { index in
            index != current && Self.size(of: sets[index]).wanted == 0
                && sets[index][["status", "replicas"]]?.int ?? 0 == 0
        }
        let byRevision = old.sorted { a, b in
            (sets[a].annotation(Self.revision).flatMap { Int64($0) } ?? 0)
                < (sets[b].annotation(Self.revision).flatMap { Int64($0) } ?? 0)
        }
        for index in byRevision.prefix(max(0, old.count - limit)) {
            try await client.delete(
                .replicaSets, sets[index].namespace, sets[index].name, uid: sets[index].uid)
        }
    }
}

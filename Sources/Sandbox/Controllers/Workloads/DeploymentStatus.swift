import YAML

/// What a Deployment's status says, from its ReplicaSets.
struct DeploymentStatus {
    let node: Node
    /// Whether all pods are of the present template and available.
    let isComplete: Bool
    /// When to look whether it has taken too long.
    private(set) var deadline: Duration?

    init(_ deployment: Node, _ sets: [Node], current: Int?) {
        func sum(_ sets: [Node], _ field: String) -> Int64 {
            sets.reduce(0) { $0.addingReportingOverflow($1[["status", field]]?.int ?? 0).partialValue }
        }
        let wanted = deployment[["spec", "replicas"]]?.int ?? 1
        let new = current.map { [sets[$0]] } ?? []
        let total = sum(sets, "replicas")
        let updated = sum(new, "replicas")
        let available = sum(sets, "availableReplicas")
        var status: Node = ["observedGeneration": Node(deployment.generation)]
        let wantedByAll = sets.reduce(Int64(0)) {
            $0.addingReportingOverflow($1[["spec", "replicas"]]?.int ?? 0).partialValue
        }
        for (field, count) in [
            ("replicas", total), ("updatedReplicas", updated), ("readyReplicas", sum(sets, "readyReplicas")),
            ("availableReplicas", available), ("unavailableReplicas", max(0, wantedByAll - available)),
        ] where count > 0 { status.set(field, Node(count)) }
        if let collisions = deployment[["status", "collisionCount"]] {
            status.set("collisionCount", collisions)
        }
        isComplete = updated == wanted && total == wanted && available == wanted && current != nil
        var conditions = Conditions(of: deployment)
        let rollout = Rollout(of: deployment)
        let isAvailable = available >= wanted - Int64(rollout.maxUnavailable)
        conditions.set(
            "Available", isAvailable,
            isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            isAvailable
                ? "enough replicas are available" : "fewer replicas are available than must be at least",
            hasUpdateTime: true)
        let name = new.first?.name ?? ""
        let known = deployment["status"]
        let hasMoved =
            updated > known?["updatedReplicas"]?.int ?? 0 || available > known?["availableReplicas"]?.int ?? 0
            || sum(sets, "readyReplicas") > known?["readyReplicas"]?.int ?? 0
            || total - updated < (known?["replicas"]?.int ?? 0) - (known?["updatedReplicas"]?.int ?? 0)
        deadline = Self.progress(
            &conditions, deployment, newest: name, isComplete: isComplete, hasMoved: hasMoved)
        if let failure = (sets.compactMap { $0.condition("ReplicaFailure") }).first {
            conditions.set(
                "ReplicaFailure", true, failure["reason"]?.string ?? "", failure["message"]?.string ?? "",
                hasUpdateTime: true)
        } else {
            conditions.remove("ReplicaFailure")
        }
        status.set("conditions", conditions.node)
        node = status
    }

    /// How the rollout gets on; when to ask again whether it has stopped.
    private static func progress(
        _ conditions: inout Conditions, _ deployment: Node, newest: String, isComplete: Bool, hasMoved: Bool
    ) -> Duration? {
        let last = conditions.last("Progressing")
        if deployment[["spec", "paused"]]?.bool ?? false {
            conditions.set(
                "Progressing", nil, "DeploymentPaused", "the rollout is paused", hasUpdateTime: true)
            return nil
        }
        if isComplete {
            conditions.set(
                "Progressing", true, "NewReplicaSetAvailable", "ReplicaSet \"\(newest)\" has rolled out",
                hasUpdateTime: true)
            return nil
        }
        let patience = deployment[["spec", "progressDeadlineSeconds"]]?.int ?? 600
        let reason = last?["reason"]?.string
        // A rollout that begins: the newest ReplicaSet is another than the one that was spoken of.
        let isNew =
            last == nil || reason == "DeploymentPaused"
            || !(last?["message"]?.string?.contains("\"\(newest)\"") ?? false)
        if isNew || hasMoved || reason == "NewReplicaSetAvailable" {
            conditions.remove("Progressing")
            conditions.set(
                "Progressing", true, isNew ? "NewReplicaSetCreated" : "ReplicaSetUpdated",
                "ReplicaSet \"\(newest)\" is rolling out", hasUpdateTime: true)
            return .seconds(patience + 1)
        }
        let since = last?["lastUpdateTime"]?.string.flatMap(Timestamp.seconds) ?? Timestamp.now()
        let left = since + patience - Timestamp.now()
        guard left <= 0 else { return .seconds(left + 1) }
        conditions.set(
            "Progressing", false, "ProgressDeadlineExceeded",
            "ReplicaSet \"\(newest)\" has timed out: it got no further for \(patience) seconds",
            hasUpdateTime: true)
        return nil
    }
}

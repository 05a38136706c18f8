import YAML

/// What a pod's status says (core/v1 PodStatus).
struct PodStatus {
    private let pod: Node
    private let containers: [Node]

    init(_ pod: Node) {
        self.pod = pod
        containers = pod[["spec", "containers"]]?.list ?? []
    }

    /// Of a pod whose containers run, or have run. Those without a command of their own are as the main one
    /// is, since its process stands for them.
    func node(_ conditions: [String: PodRun.Condition], main: String) -> Node {
        let ofMain = conditions[main]
        let all = containers.map { container in
            let name = container["name"]?.string ?? ""
            return (container, conditions[name] ?? ofMain ?? Self.unknown)
        }
        let ended = all.compactMap { item -> PodRun.Ending? in
            if case .ended(let ending) = item.1.state { ending } else { nil }
        }
        let hasBegun = all.contains { item in
            if case .waiting(let reason, _) = item.1.state {
                reason == "CrashLoopBackOff" || item.1.last != nil
            } else {
                true
            }
        }
        let isOver = ended.count == all.count && isFinal(ended)
        let phase =
            isOver
            ? ended.allSatisfy { $0.status == 0 } ? "Succeeded" : "Failed" : hasBegun ? "Running" : "Pending"
        let unready = all.filter { !$0.1.isReady }.compactMap { $0.0["name"]?.string }
        var status = base(phase: phase)
        var list = Conditions(of: pod)
        let reason = isOver && phase == "Succeeded" ? "PodCompleted" : "ContainersNotReady"
        let message =
            unready.isEmpty ? "" : "containers with unready status: [\(unready.joined(separator: " "))]"
        list.set("PodReadyToStartContainers", !isOver)
        list.set("Initialized", true)
        for type in ["Ready", "ContainersReady"] {
            list.set(type, unready.isEmpty, unready.isEmpty ? "" : reason, message)
        }
        list.set("PodScheduled", true)
        status.set("conditions", list.node)
        status.set("containerStatuses", Node(all.map { Self.status(of: $0.0, $0.1, pod.uid) }))
        let initial = (pod[["spec", "initContainers"]]?.list ?? []).map { Self.skipped($0, pod.created) }
        if !initial.isEmpty { status.set("initContainerStatuses", Node(initial)) }
        return status
    }

    private static let unknown = PodRun.Condition(state: .waiting(reason: "ContainerCreating", message: ""))

    /// Whether containers that have ended will not be started again.
    private func isFinal(_ ended: [PodRun.Ending]) -> Bool {
        switch pod[["spec", "restartPolicy"]]?.string {
        case "Never": true
        case "OnFailure": ended.allSatisfy { $0.status == 0 }
        default: false
        }
    }

    /// Of a pod that the sandbox cannot run, with the reason.
    func waiting(_ reason: String, _ message: String) -> Node {
        var status = base(phase: "Pending")
        var list = Conditions(of: pod)
        list.set("Initialized", true)
        for type in ["Ready", "ContainersReady"] { list.set(type, false, "ContainersNotReady", message) }
        list.set("PodScheduled", true)
        status.set("conditions", list.node)
        let condition = PodRun.Condition(state: .waiting(reason: reason, message: message))
        status.set("containerStatuses", Node(containers.map { Self.status(of: $0, condition, pod.uid) }))
        return status
    }

    private func base(phase: String) -> Node {
        var status: Node = [
            "phase": Node(phase), "hostIP": "127.0.0.1", "hostIPs": [["ip": "127.0.0.1"]],
            "qosClass": Node(qualityOfService),
            "startTime": pod[["status", "startTime"]] ?? Node(Timestamp.text(Timestamp.now())),
        ]
        if let address = pod[["status", "podIP"]] {
            status.set("podIP", address)
            status.set("podIPs", [["ip": address]])
        }
        return status
    }

    private var qualityOfService: String {
        let resources = containers.map { $0["resources"] ?? .emptyMap }
        func has(_ field: String, _ node: Node) -> Bool { node[field]?.map?.isEmpty == false }
        if !resources.contains(where: { has("limits", $0) || has("requests", $0) }) { return "BestEffort" }
        let isGuaranteed = resources.allSatisfy { node in
            ["cpu", "memory"].allSatisfy { resource in
                guard let limit = node[["limits", resource]] else { return false }
                return node[["requests", resource]].map { $0 == limit } ?? true
            }
        }
        return isGuaranteed ? "Guaranteed" : "Burstable"
    }

    private static func status(of container: Node, _ condition: PodRun.Condition, _ uid: String) -> Node {
        let name = container["name"]?.string ?? ""
        var isRunning = false
        let state: Node
        switch condition.state {
        case .waiting(let reason, let message):
            var waiting: Node = ["reason": Node(reason)]
            if !message.isEmpty { waiting.set("message", Node(message)) }
            state = ["waiting": waiting]
        case .running(let since):
            isRunning = true
            state = ["running": ["startedAt": Node(Timestamp.text(since))]]
        case .ended(let ending): state = ["terminated": node(of: ending)]
        }
        return [
            "name": Node(name), "image": container["image"] ?? "", "imageID": "",
            "containerID": isRunning ? Node("process://\(uid)/\(name)") : "",
            "state": state, "lastState": condition.last.map { ["terminated": node(of: $0)] } ?? .emptyMap,
            "ready": Node(condition.isReady), "started": Node(isRunning),
            "restartCount": Node(condition.restarts),
        ]
    }

    private static func node(of ending: PodRun.Ending) -> Node {
        [
            "exitCode": Node(Int64(ending.status)), "reason": Node(ending.reason),
            "startedAt": Node(Timestamp.text(ending.started)),
            "finishedAt": Node(Timestamp.text(ending.finished)),
        ]
    }

    /// The sandbox runs no containers that prepare others.
    private static func skipped(_ container: Node, _ time: Int64) -> Node {
        let ending = PodRun.Ending(status: 0, started: time, finished: time)
        return [
            "name": container["name"] ?? "", "image": container["image"] ?? "", "imageID": "",
            "state": ["terminated": node(of: ending)], "lastState": .emptyMap, "ready": true,
            "restartCount": 0,
        ]
    }
}

import Kubernetes
import Synchronization
import YAML

/// The one node of a sandbox: takes every pod, and runs those whose annotation names a local command.
final class PodNode: Controller {
    static let nodeName = "sandbox"

    let name = "kubelet"
    let type = ResourceType.pods
    let dependents = [ResourceType.nodes]
    let signals: AsyncStream<ObjectKey>?

    private let wake: AsyncStream<ObjectKey>.Continuation
    private let runs = Mutex<[ObjectKey: PodRun]>([:])
    /// Pods that are being ended.
    private let ending = Mutex<Set<String>>([])
    private let directory: PodDirectory
    var logs: PodDirectory { directory }
    private let allowsCommands: Bool
    /// The address of the API server, once it has one.
    private let server: Mutex<String>

    private static let refused = (
        reason: "NotRunnable",
        message:
            "the sandbox runs a pod only when its annotation \(PodCommand.annotation) names a local command"
    )

    /// Ends what an earlier sandbox has left running.
    init(_ directory: PodDirectory, allowsCommands: Bool, server: String = "") {
        self.directory = directory
        self.allowsCommands = allowsCommands
        self.server = Mutex(server)
        let (stream, continuation) = AsyncStream.makeStream(of: ObjectKey.self)
        signals = stream
        wake = continuation
        directory.endOrphans()
    }

    /// Says where the API server listens; pods that start later know it.
    func listens(on address: String) { server.withLock { $0 = address } }

    func run(of key: ObjectKey) -> PodRun? { runs.withLock { $0[key] } }

    /// Ends all pods' processes.
    func stop() async {
        let all = runs.withLock { runs in
            defer { runs = [:] }
            return Array(runs.values)
        }
        await withTaskGroup(of: Void.self) { group in
            for run in all { group.addTask { await run.stop(grace: .seconds(2)) } }
        }
    }

    // MARK: Controller

    /// A change of the node concerns those that wait for a place.
    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        try client.list(.pods).filter { $0[["spec", "nodeName"]] == nil }.map { key($0.namespace, $0.name) }
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        let pod = try client.get(.pods, key.namespace, key.name)
        let known = run(of: key)
        if let known, known.uid != pod?.uid {
            // Gone by force, or another of the same name: it is not waited for.
            runs.withLock { $0[key] = nil }
            let directory = directory
            Task {
                await known.stop(grace: .seconds(1))
                directory.remove(known.uid)
            }
            wake.yield(key)
            return nil
        }
        guard let pod else { return nil }
        if pod.isEnding { return try await end(pod, key, known, client) }
        guard let bound = try await scheduled(pod, client) else { return nil }
        guard bound[["spec", "nodeName"]]?.string == Self.nodeName, bound.isActivePod else { return nil }
        if let known { return try await report(bound, known, client) }
        return try await begin(bound, key, client)
    }

    /// The pod with the node as its place; nil for one that another scheduler or a gate holds.
    private func scheduled(_ pod: Node, _ client: LocalClient) async throws -> Node? {
        if pod[["spec", "nodeName"]] != nil { return pod }
        guard pod[["spec", "schedulerName"]]?.string ?? "default-scheduler" == "default-scheduler",
            pod[["spec", "schedulingGates"]]?.list?.isEmpty ?? true
        else { return nil }
        let scheduler = LocalClient(server: client.server, name: "kube-scheduler")
        let node = try client.get(.nodes, "", Self.nodeName)
        guard node?[["spec", "unschedulable"]]?.bool != true else {
            try await turnAway(pod, scheduler)
            return nil
        }
        var bound = pod
        bound.set(path: ["spec", "nodeName"], Node(Self.nodeName))
        bound = try await scheduler.replace(.pods, bound)
        await EventRecorder(scheduler).tell(
            bound, .normal, "Scheduled",
            "Successfully assigned \(pod.namespace)/\(pod.name) to \(Self.nodeName)")
        return bound
    }

    /// Says that a pod has no place while the node takes none (`kubectl cordon`).
    private func turnAway(_ pod: Node, _ scheduler: LocalClient) async throws {
        guard pod.condition("PodScheduled")?["reason"]?.string != "Unschedulable" else { return }
        let message = "0/1 nodes are available: 1 node(s) were unschedulable."
        var conditions = Conditions(of: pod)
        conditions.set("PodScheduled", false, "Unschedulable", message)
        var waiting = pod
        waiting.set("status", ["phase": "Pending", "conditions": conditions.node])
        try await scheduler.replaceStatus(.pods, waiting)
        await EventRecorder(scheduler).tell(pod, .warning, "FailedScheduling", message)
    }

    private func begin(_ pod: Node, _ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        let commands: [PodCommand]
        do {
            commands = try PodCommand.all(of: pod, kubeconfig: directory.kubeconfig)
        } catch {
            let message = "annotation \(error.annotation): \(error.text)"
            return try await refuse(pod, "InvalidCommand", message, client)
        }
        if commands.isEmpty {
            return try await refuse(pod, Self.refused.reason, Self.refused.message, client)
        }
        guard allowsCommands else {
            return try await refuse(
                pod, Self.refused.reason,
                "the sandbox listens on an address that other machines can reach, and was not started with"
                    + " --allow-commands", client)
        }
        if wasLost(pod) { return try await giveUp(pod, commands, client) }
        var pod = pod
        if pod[["status", "podIP"]] == nil {
            guard let address = try PodAddresses.free(client) else {
                return try await refuse(pod, "NoAddress", "no pod address is free", client)
            }
            pod.set(path: ["status", "podIP"], Node(address))
            pod.set(path: ["status", "podIPs"], [["ip": Node(address)]])
            pod = try await client.replaceStatus(.pods, pod)
        }
        let (wake, server) = (wake, server.withLock { $0 })
        let run = PodRun(pod, commands, client, directory, server: server) { wake.yield(key) }
        runs.withLock { $0[key] = run }
        await run.start()
        return try await report(pod, run, client)
    }

    private func report(_ pod: Node, _ run: PodRun, _ client: LocalClient) async throws -> Duration? {
        let main = try? PodCommand.all(of: pod).first?.container
        try await write(PodStatus(pod).node(await run.conditions, main: main ?? ""), pod, client)
        return nil
    }

    private func refuse(_ pod: Node, _ reason: String, _ message: String, _ client: LocalClient) async throws
        -> Duration?
    {
        let isNew = pod[["status", "containerStatuses"]] == nil
        try await write(PodStatus(pod).waiting(reason, message), pod, client)
        if isNew { await EventRecorder(client).tell(pod, .warning, reason, message) }
        return nil
    }

    private func write(_ status: Node, _ pod: Node, _ client: LocalClient) async throws {
        guard status != pod["status"] else { return }
        var updated = pod
        updated.set("status", status)
        try await client.replaceStatus(.pods, updated)
    }

    // MARK: Ends

    /// Ends a pod's processes, then takes it away.
    private func end(_ pod: Node, _ key: ObjectKey, _ known: PodRun?, _ client: LocalClient) async throws
        -> Duration?
    {
        guard let known else {
            // Finalizers keep it; without them nothing does.
            guard pod[["metadata", "finalizers"]]?.list?.isEmpty ?? true else { return nil }
            try await client.delete(.pods, key.namespace, key.name, uid: pod.uid, gracePeriod: 0)
            directory.remove(pod.uid)
            return nil
        }
        guard ending.withLock({ $0.insert(pod.uid).inserted }) else { return nil }
        let deadline = pod[["metadata", "deletionTimestamp"]]?.string.flatMap(Timestamp.seconds) ?? 0
        let grace = Duration.seconds(max(0, deadline - Timestamp.now()))
        await EventRecorder(client).tell(pod, .normal, "Killing", "Stopping the containers of \(pod.name)")
        Task {
            await known.stop(grace: grace)
            ending.withLock { _ = $0.remove(pod.uid) }
            runs.withLock { if $0[key]?.uid == known.uid { $0[key] = nil } }
            wake.yield(key)
        }
        return nil
    }

    /// Whether a pod that may not be started again ran under an earlier sandbox.
    private func wasLost(_ pod: Node) -> Bool {
        pod[["spec", "restartPolicy"]]?.string == "Never"
            && (pod[["status", "containerStatuses"]]?.list ?? []).contains {
                $0[["state", "running"]] != nil
            }
    }

    private func giveUp(_ pod: Node, _ commands: [PodCommand], _ client: LocalClient) async throws
        -> Duration?
    {
        let now = Timestamp.now()
        let conditions = commands.map {
            ($0.container, PodRun.Condition(state: .ended(.init(status: 137, started: now, finished: now))))
        }
        let status = PodStatus(pod).node(
            Dictionary(conditions, uniquingKeysWith: { first, _ in first }), main: commands[0].container)
        try await write(status, pod, client)
        return nil
    }
}

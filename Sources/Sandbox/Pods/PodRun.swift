import Kubernetes
import YAML

/// One pod whose containers run as processes of this machine.
actor PodRun {
    /// How a container is.
    enum State: Sendable, Equatable {
        case waiting(reason: String, message: String)
        case running(since: Int64)
        case ended(Ending)
    }

    struct Ending: Sendable, Equatable {
        var status: Int32
        var started: Int64
        var finished: Int64

        var reason: String { status == 0 ? "Completed" : "Error" }
    }

    /// How a container is, and was.
    struct Condition: Sendable, Equatable {
        var state: State
        var last: Ending?
        var restarts: Int64 = 0
        var isReady = false
    }

    let uid: String
    private let pod: Node
    private let commands: [PodCommand]
    private let client: LocalClient
    private let directory: PodDirectory
    private let server: String
    private let changed: @Sendable () -> Void
    private let events: EventRecorder

    private(set) var conditions: [String: Condition] = [:]
    private var processes: [String: LocalProcess] = [:]
    private var logs: [String: ContainerLog] = [:]
    private var tasks: [Task<Void, Never>] = []
    private var isStopping = false

    /// The wait before a container is started anew after its second failure, which doubles to the longest.
    private static let shortestWait = Duration.seconds(10)
    private static let longestWait = Duration.seconds(300)
    /// A run as long as this forgets earlier failures.
    private static let goodRun: Int64 = 600

    /// `server` is the address of the API server, and `changed` is called when `conditions` are others.
    init(
        _ pod: Node, _ commands: [PodCommand], _ client: LocalClient, _ directory: PodDirectory,
        server: String, changed: @escaping @Sendable () -> Void
    ) {
        uid = pod.uid
        self.pod = pod
        self.commands = commands
        self.client = client
        self.directory = directory
        self.server = server
        self.changed = changed
        events = EventRecorder(client)
    }

    /// Starts all containers; those that ran under an earlier sandbox count as restarted.
    func start() {
        for command in commands {
            let status = (pod[["status", "containerStatuses"]]?.list ?? []).first {
                $0["name"]?.string == command.container
            }
            let count = status?["restartCount"]?.int ?? 0
            let hasRun = status?[["state", "running"]] != nil || status?[["lastState", "terminated"]] != nil
            conditions[command.container] = Condition(
                state: .waiting(reason: "ContainerCreating", message: ""),
                restarts: hasRun ? count + 1 : count)
            tasks.append(Task { await self.keep(command) })
        }
    }

    // MARK: One container

    /// Runs a container until its pod ends, or it may not be restarted.
    private func keep(_ command: PodCommand) async {
        let policy = pod[["spec", "restartPolicy"]]?.string ?? "Always"
        var failures = 0
        while !isStopping {
            let begin = Timestamp.now()
            guard let status = await run(command) else { return }
            if isStopping || policy == "Never" || policy == "OnFailure" && status == 0 { return }
            failures = Timestamp.now() - begin >= Self.goodRun ? 0 : failures + 1
            if failures > 1 {
                let wait = min(Self.longestWait, Self.shortestWait * (1 << min(failures - 2, 10)))
                set(command.container) { condition in
                    if case .ended(let ending) = condition.state { condition.last = ending }
                    condition.state = .waiting(
                        reason: "CrashLoopBackOff",
                        message: "back-off \(wait) restarting container \(command.container)")
                }
                await events.tell(
                    pod, .warning, "BackOff", "Back-off restarting container \(command.container)")
                guard (try? await Task.sleep(for: wait)) != nil else { return }
            }
            set(command.container) { condition in
                if case .ended(let ending) = condition.state { condition.last = ending }
                condition.restarts += 1
            }
        }
    }

    /// One run of a container; its exit status, nil when the task was cancelled.
    private func run(_ command: PodCommand) async -> Int32? {
        let name = command.container
        let begin = Timestamp.now()
        let process: LocalProcess
        do {
            let log = try openLog(name)
            process = try launch(command)
            logs[name]?.close()
            logs[name] = log
        } catch {
            return await wasNotStarted(command, error)
        }
        processes[name] = process
        directory.remember(process.pid, uid, name)
        let isReady = container(name)?["readinessProbe"] == nil
        set(name) { condition in
            condition.state = .running(since: begin)
            condition.isReady = isReady
        }
        let probes = Task { await ContainerProbes(self, container(name) ?? .null, pod).run() }
        Task { await events.tell(pod, .normal, "Started", "Started container \(name)") }
        while let output = await process.nextOutput() {
            switch output {
            case .standardOutput(let bytes): logs[name]?.append(bytes, to: .output)
            case .standardError(let bytes): logs[name]?.append(bytes, to: .error)
            }
        }
        let status = await process.exitStatus()
        probes.cancel()
        processes[name] = nil
        directory.forget(uid, name)
        logs[name]?.close()
        set(name) { condition in
            condition.state = .ended(.init(status: status, started: begin, finished: Timestamp.now()))
            condition.isReady = false
        }
        return status
    }

    private func wasNotStarted(_ command: PodCommand, _ error: any Error) async -> Int32? {
        let message =
            (error as? ContainerEnvironment.Missing)?.text ?? (error as? LocalProcess.Failure)?.text
            ?? "\(error)"
        let isMissing = error is ContainerEnvironment.Missing
        set(command.container) { condition in
            condition.state = .waiting(
                reason: isMissing ? "CreateContainerConfigError" : "RunContainerError", message: message)
        }
        await events.tell(pod, .warning, "Failed", "Error: \(message)")
        guard (try? await Task.sleep(for: isMissing ? .seconds(2) : Self.shortestWait)) != nil else {
            return nil
        }
        return isStopping ? nil : 1
    }

    private func openLog(_ name: String) throws -> ContainerLog {
        _ = try directory.make(uid)
        let run = conditions[name]?.restarts ?? 0
        // The log of the run before stays for `--previous`.
        if run > 1 { directory.removeLog(uid, name, run: run - 2) }
        return try ContainerLog(path: directory.log(uid, name, run: run))
    }

    private func launch(_ command: PodCommand) throws -> LocalProcess {
        let variables = try environment(of: command.container)
        let words = command.words.map { ContainerEnvironment.expanded($0, variables) }
        return try LocalProcess(
            ContainerCommand(words: words, hasInput: false, hasTerminal: false), environment: variables,
            directory: try directory.make(uid))
    }

    private func container(_ name: String) -> Node? {
        (pod[["spec", "containers"]]?.list ?? []).first { $0["name"]?.string == name }
    }

    private func set(_ name: String, _ edit: (inout Condition) -> Void) {
        let old = conditions[name]
        edit(&conditions[name, default: Condition(state: .waiting(reason: "ContainerCreating", message: ""))])
        if conditions[name] != old { changed() }
    }

    // MARK: What a container finds

    /// The variables of a container, and of those that have no command of their own.
    func environment(of name: String) throws -> [String: String] {
        var variables = Self.inherited
        let sources = ContainerEnvironment(pod: pod, client: client)
        let isMain = commands.first { $0.container == name } != nil && commands.count == 1
        for other in pod[["spec", "containers"]]?.list ?? [] where isMain && other["name"]?.string != name {
            variables.merge(try sources.variables(of: other)) { _, new in new }
        }
        for (field, path) in [
            ("POD_NAME", ["metadata", "name"]), ("POD_NAMESPACE", ["metadata", "namespace"]),
            ("POD_IP", ["status", "podIP"]),
        ] { variables[field] = pod[path]?.string ?? "" }
        let address = server.split(separator: ":")
        variables["KUBERNETES_SERVICE_HOST"] = address.first.map(String.init) ?? ""
        variables["KUBERNETES_SERVICE_PORT"] = address.count > 1 ? String(address[1]) : ""
        variables["HOSTNAME"] = pod[["spec", "hostname"]]?.string ?? pod.name
        if let container = container(name) {
            variables.merge(try sources.variables(of: container)) { _, new in new }
        }
        return variables
    }

    /// Programs need these to be found and to find themselves; nothing else of the sandbox's own is told.
    private static let inherited = LocalEnvironment.variables(["PATH", "HOME", "USER", "LANG", "TMPDIR"])

    // MARK: From outside

    func setReady(_ name: String, _ isReady: Bool) {
        guard case .running = conditions[name]?.state else { return }
        set(name) { $0.isReady = isReady }
    }

    /// Ends the process of a container, which is then started anew.
    func restart(_ name: String, because message: String) async {
        await events.tell(pod, .warning, "Unhealthy", message)
        await processes[name]?.stop(grace: grace)
    }

    func tell(_ reason: String, _ message: String) async { await events.tell(pod, .warning, reason, message) }

    private var grace: Duration { .seconds(pod[["spec", "terminationGracePeriodSeconds"]]?.int ?? 30) }

    func log(of name: String) -> ContainerLog? { logs[name] }

    nonisolated var address: String { pod[["status", "podIP"]]?.string ?? "" }

    func isRunning(_ name: String) -> Bool { processes[name] != nil }

    func run(_ command: ContainerCommand, in name: String) throws -> LocalProcess {
        try LocalProcess(
            command, environment: try environment(of: name), directory: try directory.make(uid))
    }

    /// Ends all containers; returns when they have ended.
    func stop(grace: Duration) async {
        isStopping = true
        let running = Array(processes.values)
        await withTaskGroup(of: Void.self) { group in
            for process in running { group.addTask { await process.stop(grace: grace) } }
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}

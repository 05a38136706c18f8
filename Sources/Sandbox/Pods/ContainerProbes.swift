import Kubernetes
import YAML

/// Asks a container again and again whether it has started, is ready, is alive, as its probes say
/// (core/v1 Probe; Kubernetes 1.32).
struct ContainerProbes: Sendable {
    private let run: PodRun
    private let name: String
    private let container: Node
    private let pod: Node

    init(_ run: PodRun, _ container: Node, _ pod: Node) {
        self.run = run
        self.container = container
        self.pod = pod
        name = container["name"]?.string ?? ""
    }

    /// Until the task is cancelled.
    func run() async {
        if let startup = container["startupProbe"] {
            guard await follow(startup, "Startup", untilSuccess: true) else { return }
        }
        await withTaskGroup(of: Void.self) { group in
            if let readiness = container["readinessProbe"] {
                group.addTask { _ = await follow(readiness, "Readiness", untilSuccess: false) }
            }
            if let liveness = container["livenessProbe"] {
                group.addTask { _ = await follow(liveness, "Liveness", untilSuccess: false) }
            }
        }
    }

    /// Whether it has succeeded; false as well when the task was cancelled.
    private func follow(_ probe: Node, _ kind: String, untilSuccess: Bool) async -> Bool {
        func number(_ field: String, _ standard: Int64) -> Int64 {
            min(max(probe[field]?.int ?? standard, 0), 86_400)
        }
        let period = Duration.seconds(max(1, number("periodSeconds", 10)))
        let (needed, allowed) = (number("successThreshold", 1), max(1, number("failureThreshold", 3)))
        var (successes, failures) = (Int64(0), Int64(0))
        var wait = Duration.seconds(number("initialDelaySeconds", 0))
        while (try? await Task.sleep(for: wait)) != nil {
            wait = period
            let problem = await ask(probe, within: .seconds(max(1, number("timeoutSeconds", 1))))
            if Task.isCancelled { return false }
            guard let problem else {
                (successes, failures) = (successes + 1, 0)
                guard successes >= needed else { continue }
                if untilSuccess { return true }
                if kind == "Readiness" { await run.setReady(name, true) }
                continue
            }
            (successes, failures) = (0, failures + 1)
            await run.tell("Unhealthy", "\(kind) probe failed: \(problem)")
            guard failures >= allowed else { continue }
            if kind == "Readiness" {
                await run.setReady(name, false)
            } else {
                await run.restart(name, because: "Container \(name) failed \(kind.lowercased()) probe")
                return false
            }
        }
        return false
    }

    /// What is wrong; nil when the answer is good.
    private func ask(_ probe: Node, within time: Duration) async -> String? {
        do {
            return try await Deadline.run(time, orThrow: TransportError.timedOut) {
                if let get = probe["httpGet"] { return try await ask(http: get) }
                if let socket = probe["tcpSocket"] { return await connect(port(socket["port"])) }
                if let words = probe[["exec", "command"]]?.list?.compactMap(\.string) {
                    return try await ask(command: words)
                }
                if let grpc = probe["grpc"] { return await connect(port(grpc["port"])) }
                return nil
            }
        } catch TransportError.timedOut {
            return "it took longer than \(time)"
        } catch {
            return "\(error)"
        }
    }

    private func ask(http get: Node) async throws -> String? {
        guard let port = port(get["port"]) else { return "no port \"\(get["port"]?.string ?? "")\"" }
        var problem: String?
        for host in hosts(get["host"]) {
            let server = ServerURL(isSecure: get["scheme"]?.string == "HTTPS", host: host, port: port)
            var configuration = ClusterConfiguration(server: server, origin: .sandbox)
            // A probe is no place to learn who is there: kubelets do not look at certificates either.
            configuration.tls.skipsVerification = true
            let transport = try NetworkTransport(configuration, in: Environment(), sizeLimit: 1 << 20)
            defer { Task { await transport.close() } }
            var headers = [HTTPHeader("User-Agent", "kube-probe/1.32"), HTTPHeader("Connection", "close")]
            for header in get["httpHeaders"]?.list ?? [] {
                headers.append(HTTPHeader(header["name"]?.string ?? "", header["value"]?.string ?? ""))
            }
            do {
                let path = get["path"]?.string ?? "/"
                let answer = try await transport.send(
                    HTTPRequest(.get, path.hasPrefix("/") ? path : "/" + path, headers: headers, body: nil))
                return (200..<400).contains(answer.status)
                    ? nil : "HTTP probe failed with statuscode: \(answer.status)"
            } catch TransportError.unreachable(let reason) {
                problem = problem ?? reason
            }
        }
        return problem
    }

    private func ask(command words: [String]) async throws -> String? {
        let process = try await run.run(
            ContainerCommand(words: words, hasInput: false, hasTerminal: false), in: name)
        return await withTaskCancellationHandler {
            var text: [UInt8] = []
            while let output = await process.nextOutput() {
                switch output {
                case .standardOutput(let bytes), .standardError(let bytes): text += bytes.prefix(512)
                }
            }
            let status = await process.exitStatus()
            return status == 0
                ? nil : "exit status \(status): " + String(decoding: text.prefix(512), as: UTF8.self)
        } onCancel: {
            process.leave()
        }
    }

    private func connect(_ port: Int?) async -> String? {
        guard let port else { return "the port is unknown" }
        for host in hosts(nil) where await PortCheck.accepts(host, port) { return nil }
        return "nothing listens on port \(port)"
    }

    /// The pod's own address, then the one of this machine, on which many programs listen.
    private func hosts(_ host: Node?) -> [String] {
        if let host = host?.string, !host.isEmpty { return [host] }
        return [pod[["status", "podIP"]]?.string ?? "", "127.0.0.1"].filter { !$0.isEmpty }
    }

    private func port(_ node: Node?) -> Int? {
        if let number = node?.int { return (1...65_535).contains(number) ? Int(number) : nil }
        let named = container["ports"]?.list?.first { $0["name"] == node }
        return named?["containerPort"]?.int.map { Int(clamping: $0) }
    }
}

import Synchronization
import TestSupport
import Testing
import YAML

@testable import Kubernetes

/// Who requests say they come from, and that nobody else learns it.
@Suite struct CredentialTests {
    private static let secret = "s3cr3t-token"

    private func authorization(_ transport: ScriptedTransport, _ index: Int = 0) -> String? {
        transport.requests[index].headers.first { $0.name == "Authorization" }?.value
    }

    private func ok() -> ScriptedTransport { ScriptedTransport({ FakeAPI.json(200, ["kind": "Info"]) }) }

    private func plugin(_ interaction: ExecPlugin.Interaction = .Never) -> ClusterConfiguration {
        var configuration = Fixture.configuration()
        var plugin = ExecPlugin(apiVersion: "client.authentication.k8s.io/v1", command: "login")
        plugin.interaction = interaction
        plugin.installHint = "Install it from the shelf."
        plugin.environment = [("PROFILE", Secret("dev"))]
        configuration.credentials.exec = plugin
        return configuration
    }

    private func credential(_ token: String, expires: String? = nil) -> ProcessOutcome {
        var status: Node = ["token": Node(token)]
        if let expires { status.set("expirationTimestamp", Node(expires)) }
        let credential: Node = [
            "kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1", "status": status,
        ]
        return ProcessOutcome(exitStatus: 0, output: JSONWriter.bytes(credential))
    }

    @Test func tokensAreSent() async throws {
        var configuration = Fixture.configuration()
        configuration.credentials.token = Secret(Self.secret)
        let transport = ok()
        let cluster = RESTCluster(configuration, in: Fixture.environment(), transport: transport)
        _ = try await cluster.document(at: "/version")
        #expect(authorization(transport) == "Bearer \(Self.secret)")
    }

    @Test func basicAuthIsSent() async throws {
        var configuration = Fixture.configuration()
        configuration.credentials.basic = Secret(BasicAuth(username: "ann", password: "pw"))
        let transport = ok()
        let cluster = RESTCluster(configuration, in: Fixture.environment(), transport: transport)
        _ = try await cluster.document(at: "/version")
        #expect(authorization(transport) == "Basic YW5uOnB3")
    }

    @Test func impersonationIsSent() async throws {
        var configuration = Fixture.configuration()
        configuration.impersonation.user = "jane"
        configuration.impersonation.groups = ["a", "b"]
        configuration.impersonation.extra = ["scopes/x": ["view"]]
        let transport = ok()
        let cluster = RESTCluster(configuration, in: Fixture.environment(), transport: transport)
        _ = try await cluster.document(at: "/version")
        let headers = transport.requests[0].headers.filter { $0.name.hasPrefix("Impersonate") }
        #expect(
            headers == [
                HTTPHeader("Impersonate-User", "jane"), HTTPHeader("Impersonate-Group", "a"),
                HTTPHeader("Impersonate-Group", "b"), HTTPHeader("Impersonate-Extra-scopes%2Fx", "view"),
            ])
    }

    @Test func aPluginRunsOnceAndAgainAfterA401() async throws {
        let processes = FakeProcesses([credential("one"), credential("two")])
        var environment = Fixture.environment(["HOME": "/home/ann"])
        environment.processes = processes
        let transport = ScriptedTransport(
            { FakeAPI.json(200, ["kind": "Info"]) },
            { FakeAPI.json(401, FakeAPI.status(401, "Unauthorized")) },
            { FakeAPI.json(200, ["kind": "Info"]) })
        let cluster = RESTCluster(plugin(), in: environment, transport: transport)
        _ = try await cluster.document(at: "/version")
        _ = try await cluster.document(at: "/version")
        #expect(authorization(transport, 0) == "Bearer one")
        #expect(authorization(transport, 2) == "Bearer two")
        #expect(processes.commands.count == 2)
        #expect(processes.commands[0].environment["PROFILE"] == "dev")
        #expect(processes.commands[0].environment["HOME"] == "/home/ann")
        let info = processes.commands[0].environment["KUBERNETES_EXEC_INFO"] ?? ""
        #expect(try JSONReader.node(Array(info.utf8))["spec"] == ["interactive": false])
    }

    @Test func requestsThatAreRefusedTogetherRunThePluginOnce() async throws {
        let processes = SlowPlugin([credential("one"), credential("two"), credential("three")])
        var environment = Fixture.environment()
        environment.processes = processes
        let cluster = RESTCluster(plugin(), in: environment, transport: TokenGate(accepts: "two"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...8 { group.addTask { _ = try await cluster.document(at: "/version") } }
            try await group.waitForAll()
        }
        #expect(processes.runs == 2)
    }

    @Test func anExpiredCredentialIsRenewed() async throws {
        let processes = FakeProcesses([
            credential("one", expires: "2018-04-01T00:00:10Z"), credential("two"),
        ])
        var environment = Fixture.environment()
        environment.processes = processes
        let clock = Mutex(Timestamp.seconds("2018-04-01T00:00:00Z") ?? 0)
        environment.now = { clock.withLock { $0 } }
        let transport = ok()
        let cluster = RESTCluster(plugin(), in: environment, transport: transport)
        _ = try await cluster.document(at: "/version")
        clock.withLock { $0 += 9 }
        _ = try await cluster.document(at: "/version")
        #expect(processes.commands.count == 1)
        clock.withLock { $0 += 2 }
        _ = try await cluster.document(at: "/version")
        #expect(authorization(transport, 2) == "Bearer two")
    }

    @Test(arguments: [
        (ProcessOutcome(exitStatus: 3, output: []), "it ended with exit status 3"),
        (ProcessOutcome(exitStatus: nil, output: []), "it ended with a signal"),
        (ProcessOutcome(exitStatus: 0, output: Array("s3cr3t".utf8)), "what it printed is not JSON"),
        (ProcessOutcome(exitStatus: 0, output: Array("{}".utf8)), "what it printed is not an ExecCredential"),
    ])
    func aFailingPluginIsNamed(_ outcome: ProcessOutcome, _ reason: String) async {
        var environment = Fixture.environment()
        environment.processes = FakeProcesses([outcome])
        let cluster = RESTCluster(plugin(), in: environment, transport: ok())
        await #expect {
            try await cluster.document(at: "/version")
        } throws: { error in
            guard case ClusterError.credentials(let text) = error else { return false }
            return text == "the credential plugin \"login\" failed: \(reason)"
        }
    }

    @Test func aMissingPluginSaysHowToGetIt() async {
        let cluster = RESTCluster(plugin(), in: Fixture.environment(), transport: ok())
        await #expect {
            try await cluster.document(at: "/version")
        } throws: { error in
            guard case ClusterError.credentials(let text) = error else { return false }
            return text.hasSuffix("the program was not found\nInstall it from the shelf.")
        }
    }

    @Test func aTokenThatBreaksTheHeaderIsRefusedUnseen() async {
        var configuration = Fixture.configuration()
        configuration.credentials.token = Secret("a\r\nX: \(Self.secret)")
        let cluster = RESTCluster(configuration, in: Fixture.environment(), transport: ok())
        await #expect {
            try await cluster.document(at: "/version")
        } throws: { error in
            guard case ClusterError.credentials(let text) = error else { return false }
            return !text.contains(Self.secret)
        }
    }

    @Test func noVerbosityShowsSecrets() async throws {
        let lines = Mutex<[String]>([])
        var settings = Fixture.settings()
        settings.log = RequestLog(verbosity: 10) { line in lines.withLock { $0.append(line) } }
        var configuration = Fixture.configuration()
        configuration.credentials.token = Secret(Self.secret)
        let secret: Node = ["kind": "Secret", "data": ["password": "aHVudGVyMg=="]]
        let cluster = RESTCluster(
            configuration, in: Fixture.environment(),
            transport: ScriptedTransport({ FakeAPI.json(200, secret) }), settings)
        let secrets = ResourceType(group: "", version: "v1", plural: "secrets", kind: "Secret")
        _ = try await cluster.create(secrets, namespace: "default", secret, WriteOptions())
        let text = lines.withLock { $0 }.joined(separator: "\n")
        #expect(text.contains("POST http://127.0.0.1:6443/api/v1/namespaces/default/secrets"))
        #expect(text.contains("Authorization: --- REDACTED ---"))
        #expect(!text.contains(Self.secret))
        #expect(!text.contains("aHVudGVyMg=="))
        #expect(!"\(configuration)".contains(Self.secret))
    }
}

/// A plugin that takes its time.
private final class SlowPlugin: ProcessRunner {
    private let answers: [ProcessOutcome]
    private let count = Mutex(0)

    init(_ answers: [ProcessOutcome]) { self.answers = answers }

    var runs: Int { count.withLock { $0 } }

    func run(_ command: ProcessCommand) async throws -> ProcessOutcome {
        let index = count.withLock { count in
            defer { count += 1 }
            return count
        }
        try await Task.sleep(for: .milliseconds(20))
        return answers[min(index, answers.count - 1)]
    }

    func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { $0.finish() }
    }
}

/// A server that knows one token, and answers after different times.
private final class TokenGate: HTTPTransport {
    private let token: String
    private let count = Mutex(0)

    init(accepts token: String) { self.token = token }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let number = count.withLock { count in
            count += 1
            return count
        }
        try await Task.sleep(for: .milliseconds(number % 8 * 5))
        let isKnown = request.headers.contains(HTTPHeader("Authorization", "Bearer \(token)"))
        return isKnown
            ? FakeAPI.json(200, ["kind": "Info"]) : FakeAPI.json(401, FakeAPI.status(401, "Unauthorized"))
    }
}

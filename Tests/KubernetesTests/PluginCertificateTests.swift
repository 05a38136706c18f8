import TestSupport
import Testing
import YAML

@testable import Kubernetes

/// Client certificates that a credential plugin hands out, shown to a server that asks for one.
@Suite struct PluginCertificateTests {
    private func credential(_ status: Node) -> ProcessOutcome {
        let credential: Node = [
            "kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1", "status": status,
        ]
        return ProcessOutcome(exitStatus: 0, output: JSONWriter.bytes(credential))
    }

    private static let whole: Node = [
        "clientCertificateData": Node(TestCertificates.client),
        "clientKeyData": Node(TestCertificates.clientKey),
    ]

    /// What comes of two lists, and how often the plugin ran.
    private func list(_ credentials: [Node], at times: [Int64] = [0, 0]) async throws
        -> (error: ClusterError?, runs: Int)
    {
        let server = try await LoopbackServer(.serve(FakeAPI()), tls: true, asksForCertificate: true)
        var configuration = Fixture.configuration(port: server.port, tls: true)
        configuration.credentials.exec = ExecPlugin(
            apiVersion: "client.authentication.k8s.io/v1", command: "login")
        configuration.credentials.exec?.interaction = .Never
        let processes = FakeProcesses(credentials.map(credential))
        var failure: ClusterError?
        let clock = Clock()
        var environment = Fixture.environment()
        environment.processes = processes
        environment.now = { clock.now }
        let cluster = RESTCluster(configuration, in: environment, Fixture.settings())
        do {
            for time in times {
                clock.now = time
                _ = try await Pager(cluster, FaultTests.rules).all()
            }
        } catch let error as ClusterError {
            failure = error
        }
        await cluster.close()
        await server.stop()
        return (failure, processes.commands.count)
    }

    @Test func aCertificateOpensTheConnection() async throws {
        let answer = try await list([Self.whole])
        #expect(answer.error == nil)
        #expect(answer.runs == 1)
    }

    @Test func aNewCertificateTakesANewConnection() async throws {
        let other = Self.whole.setting(
            "clientCertificateData", Node(TestCertificates.client + TestCertificates.authority))
        let first = Self.whole.setting("expirationTimestamp", "1970-01-01T00:00:10Z")
        let answer = try await list([first, other], at: [0, 5, 20])
        #expect(answer.error == nil)
        #expect(answer.runs == 2)
    }

    @Test func withoutACertificateTheServerHangsUp() async throws {
        #expect(try await list([["token": "t"]]).error != nil)
    }

    @Test(
        arguments: [
            (["clientCertificateData": Node(TestCertificates.client)], "a client certificate without a key"),
            (["clientKeyData": Node(TestCertificates.clientKey)], "neither a token nor a client certificate"),
            ([:], "neither a token nor a client certificate"),
            (["token": "t", "expirationTimestamp": "soon"], "its expirationTimestamp is not a time"),
        ] as [(Node, String)])
    func halfACredentialIsNone(_ status: Node, _ reason: String) async throws {
        guard case .credentials(let text) = try await list([status]).error else {
            Issue.record("accepted")
            return
        }
        #expect(text.contains(reason))
        #expect(!text.contains("PRIVATE KEY"))
    }

    @Test func whatIsNoCertificateIsRefusedUnseen() async throws {
        let status = Self.whole.setting("clientKeyData", "-----BEGIN s3cr3t-----")
        let error = try #require(try await list([status]).error)
        #expect(!"\(error)".contains("s3cr3t"))
    }
}

/// The time of a test, which asks for one thing after the other.
private final class Clock: @unchecked Sendable {
    var now: Int64 = 0
}

import TestSupport
import Testing

@testable import Kubernetes

/// Faults that need a real connection.
@Suite struct NetworkTests {
    private func failure(
        _ behaviour: LoopbackServer.Behaviour, tls: Bool = false,
        _ change: (inout ClusterConfiguration) -> Void = { _ in }
    ) async throws -> ClusterError? {
        let server = try await LoopbackServer(behaviour, tls: tls)
        var configuration = Fixture.configuration(port: server.port, tls: tls)
        change(&configuration)
        let cluster = RESTCluster(configuration, in: Fixture.environment(), Fixture.settings())
        var failure: ClusterError?
        do {
            _ = try await cluster.document(at: "/version")
        } catch let error as ClusterError {
            failure = error
        }
        await cluster.close()
        await server.stop()
        return failure
    }

    private static func answer(_ length: Int, _ body: String) -> String {
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(length)\r\n\r\n\(body)"
    }

    @Test func aWholeAnswerIsRead() async throws {
        #expect(try await failure(.raw(Self.answer(2, "{}"), closes: true)) == nil)
    }

    @Test func aBodyCutShortIsMalformed() async throws {
        let error = try await failure(.raw(Self.answer(100, "{\"kind\":"), closes: true))
        guard case .malformed(_, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.hasPrefix("it was cut short"))
    }

    @Test func aSilentServerRunsIntoTheDeadline() async throws {
        let error = try await failure(.raw("", closes: false)) { $0.requestTimeout = .milliseconds(200) }
        guard case .timedOut = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aServerThatStopsAmidItsAnswerRunsIntoTheDeadline() async throws {
        let error = try await failure(.raw(Self.answer(100, "{"), closes: false)) {
            $0.requestTimeout = .milliseconds(200)
        }
        guard case .timedOut = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func whatIsNoHTTPIsMalformed() async throws {
        let error = try await failure(.raw("SSH-2.0-OpenSSH_9.2\r\n", closes: true))
        guard case .malformed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func nobodyListening() async throws {
        let error = try await failure(.raw("", closes: true)) {
            $0.server = ServerURL(isSecure: false, host: "127.0.0.1", port: 1)
        }
        guard case .unreachable(_, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason == "connection refused")
    }

    @Test func anUnknownAuthorityIsRefused() async throws {
        let error = try await failure(.serve(FakeAPI()), tls: true) {
            $0.tls.certificateAuthority = Array(TestCertificates.otherAuthority.utf8)
        }
        guard case .unreachable(_, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.hasPrefix("the server's certificate is not signed by a known authority"))
    }

    @Test func theServerNameMayBeAnother() async throws {
        let error = try await failure(.serve(FakeAPI()), tls: true) { $0.tls.serverName = "api.test" }
        guard case .status(let status) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(status.code == 404)
    }

    @Test func verificationCanBeSkipped() async throws {
        let error = try await failure(.serve(FakeAPI()), tls: true) {
            $0.tls.certificateAuthority = nil
            $0.tls.skipsVerification = true
        }
        guard case .status = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func clientCertificatesAreShown() async throws {
        let server = try await LoopbackServer(.serve(FakeAPI()), tls: true, asksForCertificate: true)
        var configuration = Fixture.configuration(port: server.port, tls: true)
        configuration.tls.clientCertificate = Array(TestCertificates.client.utf8)
        configuration.tls.clientKey = Secret(Array(TestCertificates.clientKey.utf8))
        let cluster = RESTCluster(configuration, in: Fixture.environment(), Fixture.settings())
        let items = try await Pager(cluster, FaultTests.rules).all()
        #expect(items.isEmpty)
        await cluster.close()
        await server.stop()
    }

    /// As when a client certificate is renewed while requests are under way.
    @Test func anAnswerUnderWayKeepsItsTransport() async throws {
        let (body, writer) = HTTPResponse.Body.makeStream()
        let server = try await LoopbackServer(.serve(Answer(body: body)))
        let response = try await NetworkTransport(
            Fixture.configuration(port: server.port, tls: false), in: Fixture.environment(),
            sizeLimit: 1 << 20
        ).send(HTTPRequest(.get, "/version"))
        writer.yield(Array("{}".utf8))
        writer.finish()
        var bytes: [UInt8] = []
        for try await chunk in response.body { bytes += chunk }
        #expect(bytes == Array("{}".utf8))
        await server.stop()
    }

    private struct Answer: HTTPTransport {
        let body: HTTPResponse.Body

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            HTTPResponse(status: 200, headers: [HTTPHeader("Content-Length", "2")], body: body)
        }
    }
}

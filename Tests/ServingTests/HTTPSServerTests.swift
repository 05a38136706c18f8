import FoundationEssentials
import Kubernetes
import Synchronization
import Testing

@testable import Serving

@Suite struct HTTPSServerTests {
    /// Serves on a free port while `body` runs.
    private static func serving(
        _ identity: TLSIdentity, bodyBytes: Int = 1_000, bodyTime: Duration = .seconds(30),
        answer: @escaping @Sendable (ServedRequest) async -> ServedResponse = { request in
            ServedResponse(200, "\(request.method) \(request.target) \(request.body.count)")
        },
        _ body: @Sendable @escaping (Int) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let limits = ConnectionLimits(bodyBytes: bodyBytes, bodyTime: bodyTime)
        var made = HTTPSServer(identity, limits: limits, answer: answer)
        made.whenListening = { port.yield($0) }
        let server = made
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            group.addTask {
                for await port in ports { return try await body(port) }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private static func pair(
        _ authority: CertificateAuthority, _ name: String = "localhost"
    ) throws -> CertificateAuthority.Pair {
        try authority.certificate(
            named: name, ServerNames(hosts: [name], addresses: [[127, 0, 0, 1]]), now: now, lifetime: 3_600)
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    private static func transport(
        _ port: Int, _ authority: CertificateAuthority, name: String = "localhost"
    ) throws -> NetworkTransport {
        var configuration = ClusterConfiguration(
            server: ServerURL(isSecure: true, host: "127.0.0.1", port: port), origin: .sandbox)
        configuration.tls.certificateAuthority = Array(authority.certificatePEM.utf8)
        configuration.tls.serverName = name
        return try NetworkTransport(configuration, in: Environment(), sizeLimit: 1 << 20)
    }

    private static func ask(_ transport: NetworkTransport, _ body: Int, _ path: String = "/a?b=c")
        async throws -> (Int, String)
    {
        let response = try await transport.send(
            HTTPRequest(.post, path, headers: [], body: [UInt8](repeating: 0x20, count: body)))
        var bytes: [UInt8] = []
        for try await chunk in response.body { bytes += chunk }
        return (response.status, String(decoding: bytes, as: UTF8.self))
    }

    private static func authority() throws -> CertificateAuthority {
        try CertificateAuthority(named: "tests", now: now, lifetime: 86_400)
    }

    private static func identity(_ pair: CertificateAuthority.Pair) throws -> TLSIdentity {
        try TLSIdentity(certificate: Array(pair.certificatePEM.utf8), key: Array(pair.keyPEM.utf8))
    }

    @Test func requestsAreAnswered() async throws {
        let authority = try Self.authority()
        try await Self.serving(try Self.identity(try Self.pair(authority))) { port in
            let transport = try Self.transport(port, authority)
            let answer = try await Self.ask(transport, 10)
            #expect(answer == (200, "POST /a?b=c 10\n"))
            let again = try await Self.ask(transport, 0)
            #expect(again == (200, "POST /a?b=c 0\n"))
            await transport.close()
        }
    }

    @Test func longBodiesAreRefused() async throws {
        let authority = try Self.authority()
        try await Self.serving(try Self.identity(try Self.pair(authority))) { port in
            let transport = try Self.transport(port, authority)
            let answer = try await Self.ask(transport, 1_001)
            #expect(answer == (413, "the body is longer than 1000 bytes\n"))
            await transport.close()
        }
    }

    @Test func strangersAreNotTrusted() async throws {
        let authority = try Self.authority()
        try await Self.serving(try Self.identity(try Self.pair(authority))) { port in
            let transport = try Self.transport(port, try Self.authority())
            await #expect(throws: TransportError.self) { try await Self.ask(transport, 1) }
            await transport.close()
        }
    }

    @Test func anotherCertificateIsShownAtOnce() async throws {
        let authority = try Self.authority()
        let identity = try Self.identity(try Self.pair(authority))
        try await Self.serving(identity) { port in
            let old = try Self.transport(port, authority)
            _ = try await Self.ask(old, 1)
            let other = try Self.authority()
            let pair = try Self.pair(other, "elsewhere")
            try identity.replace(certificate: Array(pair.certificatePEM.utf8), key: Array(pair.keyPEM.utf8))
            let new = try Self.transport(port, other, name: "elsewhere")
            #expect(try await Self.ask(new, 1).0 == 200)
            #expect(try await Self.ask(old, 1).0 == 200, "open connections stay")
            await new.close()
            await old.close()
        }
    }

    @Test func slowAnswersKeepNobodyWaiting() async throws {
        let authority = try Self.authority()
        let answer: @Sendable (ServedRequest) async -> ServedResponse = { request in
            if request.target == "/slow" { try? await Task.sleep(for: .seconds(20)) }
            return ServedResponse(200, "ok")
        }
        try await Self.serving(try Self.identity(try Self.pair(authority)), answer: answer) { port in
            let slow = try Self.transport(port, authority)
            let waiting = Task { try await Self.ask(slow, 1, "/slow") }
            let quick = try Self.transport(port, authority)
            let (start, _) = (ContinuousClock.now, try await Self.ask(quick, 1))
            #expect(ContinuousClock.now - start < .seconds(10))
            waiting.cancel()
            await quick.close()
        }
    }
}

import NIOCore
import Serving

/// The API server behind TLS and a token on one port.
struct SandboxServer: Sendable {
    private let server: HTTPSServer

    /// `port` 0 means any free one; `whenListening` is called with the port once it answers.
    init(
        api: APIServer, credentials: Credentials, address: String, port: Int,
        whenListening: @escaping @Sendable (Int) async -> Void
    ) throws {
        let identity = try TLSIdentity(
            certificate: Array(credentials.serverPEM.utf8), key: Array(credentials.serverKeyPEM.utf8))
        let gate = RequestGate(token: credentials.token, address: address) { [api] in api.account(of: $0) }
        let exchange = HTTPExchange(gate: gate, api: api)
        var server = HTTPSServer(identity, limits: api.limits.connection) { request, channel in
            await exchange.respond(to: request, on: channel)
        }
        server.address = address
        server.port = port
        server.whenListening = whenListening
        server.upgrade = { head in
            let origins = head.list("origin")
            let refusal = gate.refusal(
                host: head["host"], origin: origins.isEmpty ? nil : origins.joined(separator: ","),
                authorization: head["authorization"])
            return refusal == nil ? api.upgrade(head) : nil
        }
        self.server = server
    }

    /// Serves until SIGTERM or SIGINT.
    func runUntilSignal() async throws { try await server.runUntilSignal() }

    /// Serves until the task is cancelled.
    func run() async throws { try await server.run() }
}

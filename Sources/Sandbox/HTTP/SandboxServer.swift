import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import YAML

/// The API server behind TLS and a token on one port.
struct SandboxServer: Sendable {
    let api: APIServer
    let credentials: Credentials
    let address: String
    /// 0 for any free one.
    let port: Int
    /// Called with the port once it answers.
    let whenListening: @Sendable (Int) async -> Void

    /// Bounds on what a client may ask of the server.
    private enum Limit {
        static let headerBytes = 32 << 10
        static let headers = 100
        static let idle = TimeAmount.seconds(120)
        static let shutdown = Duration.seconds(5)
    }

    init(
        api: APIServer, credentials: Credentials, address: String, port: Int,
        whenListening: @escaping @Sendable (Int) async -> Void
    ) {
        self.api = api
        self.credentials = credentials
        self.address = address
        self.port = port
        self.whenListening = whenListening
    }

    /// Serves until SIGTERM or SIGINT.
    func runUntilSignal() async throws {
        var logger = Logger(label: "sandbox")
        logger.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: [try application(logger)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Limit.shutdown
        try await ServiceGroup(configuration: configuration).run()
    }

    /// Serves until the task is cancelled.
    func run() async throws {
        var logger = Logger(label: "sandbox")
        logger.logLevel = .critical
        try await application(logger).run()
    }

    private func application(_ logger: Logger) throws -> some ApplicationProtocol {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(credentials.serverPEM.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(credentials.serverKeyPEM.utf8), format: .pem)
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        let http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [HangUp()], idleTimeout: Limit.idle,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: Limit.headerBytes, maxHeaderListSize: Limit.headerBytes,
                maxHeaderFieldCount: Limit.headers))
        let gate = RequestGate(token: credentials.token, address: address) { [api] in api.account(of: $0) }
        let upgrade: @Sendable (RequestHead) -> Upgrade? = { head in
            let origins = head.list("origin")
            let refusal = gate.refusal(
                host: head["host"], origin: origins.isEmpty ? nil : origins.joined(separator: ","),
                authorization: head["authorization"])
            return refusal == nil ? api.upgrade(head) : nil
        }
        return Application(
            responder: CallbackResponder { (request: Request, context: ConnectionContext) in
                await HTTPExchange(gate: gate, api: api).respond(to: request, on: context.channel)
            },
            server: try .tls(
                HTTPServerBuilder { responder in
                    let requests = LoopChannel(base: HTTP1Channel(responder: responder, configuration: http))
                    return UpgradableChannel(base: requests, limits: api.limits, upgrade: upgrade)
                },
                tlsConfiguration: tls),
            configuration: .init(address: .hostname(address, port: port), serverName: nil),
            onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? port) },
            logger: logger)
    }
}

package import Hummingbird
import HummingbirdCore
import Logging
package import NIOCore
import ServiceLifecycle

/// A server of HTTP/1.1 behind TLS, with limits on what its clients may do to it.
package struct HTTPSServer: Sendable {
    package let identity: TLSIdentity
    package var address = "127.0.0.1"
    /// 0 for any free one.
    package var port = 0
    package var limits: ConnectionLimits
    /// What a head asks its connection to become; nil when it is a request like others.
    package var upgrade: @Sendable (RequestHead) -> Upgrade? = { _ in nil }
    /// Called with the port once it answers.
    package var whenListening: @Sendable (Int) async -> Void = { _ in }
    private let respond: @Sendable (Request, any Channel) async -> Response

    private enum Limit {
        static let headerBytes = 32 << 10
        static let headers = 100
        static let idle = TimeAmount.seconds(120)
        static let shutdown = Duration.seconds(5)
    }

    package init(
        _ identity: TLSIdentity, limits: ConnectionLimits,
        respond: @escaping @Sendable (Request, any Channel) async -> Response
    ) {
        self.identity = identity
        self.limits = limits
        self.respond = respond
    }

    /// Serves until SIGTERM or SIGINT; requests that are being answered get a few seconds.
    package func runUntilSignal() async throws {
        var configuration = ServiceGroupConfiguration(
            services: [application(.error)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Self.logger(.error))
        configuration.maximumGracefulShutdownDuration = Limit.shutdown
        try await ServiceGroup(configuration: configuration).run()
    }

    /// Serves until the task is cancelled.
    package func run() async throws { try await application(.critical).run() }

    private static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "server")
        logger.logLevel = level
        return logger
    }

    private func application(_ level: Logger.Level) -> some ApplicationProtocol {
        let http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [HangUp()], idleTimeout: Limit.idle,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: Limit.headerBytes, maxHeaderListSize: Limit.headerBytes,
                maxHeaderFieldCount: Limit.headers))
        return Application(
            responder: CallbackResponder { (request: Request, context: ConnectionContext) in
                await respond(request, context.channel)
            },
            server: HTTPServerBuilder { responder in
                let requests = LoopChannel(base: HTTP1Channel(responder: responder, configuration: http))
                let upgradable = UpgradableChannel(base: requests, limits: limits, upgrade: upgrade)
                return SecureChannel(base: upgradable, identity: identity)
            },
            configuration: .init(address: .hostname(address, port: port), serverName: nil),
            onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? port) },
            logger: Self.logger(level))
    }
}

extension Request {
    /// The bytes of the body; nil when there are more than the limits allow. One that comes too slowly ends
    /// the connection.
    package func bytes(on channel: any Channel, _ limits: ConnectionLimits) async -> [UInt8]? {
        guard headers[.contentLength] != nil || headers[.transferEncoding] != nil else { return [] }
        let timer = channel.eventLoop.scheduleTask(in: .init(limits.bodyTime)) {
            channel.close(promise: nil)
        }
        defer { timer.cancel() }
        guard let buffer = try? await body.collect(upTo: limits.bodyBytes) else { return nil }
        return Array(buffer.readableBytesView)
    }
}

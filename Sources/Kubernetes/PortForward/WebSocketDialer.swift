import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// Opens WebSockets to an API server, with the credentials of its configuration.
struct WebSocketDialer: Sendable {
    typealias Socket = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    private let configuration: ClusterConfiguration
    private let environment: Environment
    private let settings: RESTSettings
    private let session: Session

    private static let subprotocol = "v4.channel.k8s.io"
    private static let frameLimit = 1 << 20
    private static let messageLimit = 16 << 20
    private static let connectTimeout = TimeAmount.seconds(15)
    private static let answerLimit = 1 << 20

    private enum Answer {
        case socket(Socket)
        case refusal(NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>)
    }

    init(_ configuration: ClusterConfiguration, in environment: Environment, _ settings: RESTSettings) {
        self.configuration = configuration
        self.environment = environment
        self.settings = settings
        session = Session(
            configuration, in: environment, transport: nil, sizeLimit: Self.answerLimit, log: settings.log)
    }

    func dial(_ path: String, on group: MultiThreadedEventLoopGroup) async throws -> Socket {
        if let proxy = try ProxyRules.proxy(for: configuration.server, configuration.proxyURL, environment) {
            throw ClusterError.configuration(
                "port-forwarding does not go through the proxy \(proxy.host):\(proxy.port); "
                    + "--transport=kubectl has kubectl do it")
        }
        let (configuration, headers) = try await session.connection()
        let answer = try await answer(path, headers, configuration, group)
        switch answer {
        case .socket(let socket): return socket
        case .refusal(let channel): throw try await Self.refusal(channel)
        }
    }

    private func answer(
        _ path: String, _ headers: [HTTPHeader], _ configuration: ClusterConfiguration,
        _ group: MultiThreadedEventLoopGroup
    ) async throws -> Answer {
        let server = configuration.server
        let context =
            server.isSecure
            ? try NIOSSLContext(configuration: TLSSetup.client(configuration.tls, environment)) : nil
        let name = configuration.tls.serverName ?? (IPAddress(server.host) == nil ? server.host : nil)
        let head = head(server.path + path, headers, server)
        do {
            return try await ClientBootstrap(group: group).connectTimeout(Self.connectTimeout)
                .connect(host: server.host, port: server.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        if let context {
                            try pipeline.addHandler(
                                NIOSSLClientHandler(context: context, serverHostname: name))
                        }
                        var setup = NIOUpgradableHTTPClientPipelineConfiguration(
                            upgradeConfiguration: Self.upgrade(head))
                        // The first frames may come together with the answer.
                        setup.leftOverBytesStrategy = .forwardBytes
                        return try pipeline.configureUpgradableHTTPClientPipeline(configuration: setup)
                    }
                }.get()
        } catch {
            throw translated(error)
        }
    }

    /// In the words of this module.
    func translated(_ error: any Error, of server: String? = nil) -> any Error {
        let known = NetworkErrors.translate(error, beforeAnswer: true)
        return (known as? TransportError)?.clusterError(server: server ?? "\(configuration.server)") ?? known
    }

    private func head(_ target: String, _ headers: [HTTPHeader], _ server: ServerURL) -> HTTPRequestHead {
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: target)
        head.headers.add(name: "Host", value: server.authority)
        head.headers.add(name: "User-Agent", value: settings.userAgent)
        head.headers.add(name: "Sec-WebSocket-Protocol", value: Self.subprotocol)
        for header in headers { head.headers.add(name: header.name, value: header.value) }
        return head
    }

    private static func upgrade(
        _ head: HTTPRequestHead
    ) -> NIOTypedHTTPClientUpgradeConfiguration<Answer> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Answer>(maxFrameSize: frameLimit) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 1000,
                        maxAccumulatedFrameSize: messageLimit))
                return .socket(try Socket(wrappingChannelSynchronously: channel))
            }
        }
        return NIOTypedHTTPClientUpgradeConfiguration(upgradeRequestHead: head, upgraders: [upgrader]) {
            channel in
            channel.eventLoop.makeCompletedFuture {
                .refusal(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
            }
        }
    }

    /// Why the server did not open a WebSocket, in its own words.
    private static func refusal(
        _ channel: NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>
    ) async throws -> ClusterError {
        try await channel.executeThenClose { parts, _ in
            var status = 0
            var body: [UInt8] = []
            loop: for try await part in parts {
                switch part {
                case .head(let head): status = Int(head.status.code)
                case .body(let bytes):
                    body += bytes.readableBytesView
                    if body.count > answerLimit { break loop }
                case .end: break loop
                }
            }
            let answer = APIStatus(
                HTTPResponse(status: status), body,
                APIStatus.Subject(method: .get, resource: "pods", name: nil),
                method: .get)
            return .status(answer)
        }
    }
}

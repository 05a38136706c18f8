import Kubernetes
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import TestSupport

/// A real server on loopback in front of a transport, or one that sends raw bytes whatever it is asked.
final class LoopbackServer: Sendable {
    enum Behaviour: Sendable {
        case serve(any HTTPTransport)
        /// These bytes after the first that come, then the end of the connection unless it stays open.
        case raw(String, closes: Bool)
    }

    private let channel: any Channel
    let port: Int

    /// With `tls`, the server shows the test certificate; with `asksForCertificate`, it wants the client's.
    init(_ behaviour: Behaviour, tls: Bool = false, asksForCertificate: Bool = false) async throws {
        let context = tls ? try Self.context(asksForCertificate) : nil
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let context { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
                    switch behaviour {
                    case .serve(let transport):
                        try pipeline.configureHTTPServerPipeline()
                        try pipeline.addHandler(Answering(transport))
                    case .raw(let text, let closes): try pipeline.addHandler(Blurting(text, closes))
                    }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func stop() async { try? await channel.close() }

    private static func context(_ asksForCertificate: Bool) throws -> NIOSSLContext {
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(TestCertificates.server.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(TestCertificates.serverKey.utf8), format: .pem)
        var configuration = NIOSSL.TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
        if asksForCertificate {
            let authority = try NIOSSLCertificate.fromPEMBytes(Array(TestCertificates.authority.utf8))
            configuration.trustRoots = .certificates(authority)
            configuration.certificateVerification = .noHostnameVerification
        }
        return try NIOSSLContext(configuration: configuration)
    }
}

private final class Blurting: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let text: String
    private let closes: Bool

    init(_ text: String, _ closes: Bool) {
        self.text = text
        self.closes = closes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = context.channel
        let closes = closes
        channel.writeAndFlush(ByteBuffer(string: text)).whenComplete { _ in
            if closes { channel.close(promise: nil) }
        }
    }
}

private final class Answering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    private let transport: any HTTPTransport
    private var request: HTTPRequest?

    init(_ transport: any HTTPTransport) { self.transport = transport }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            let method = HTTPRequest.Method(rawValue: head.method.rawValue) ?? .get
            request = HTTPRequest(
                method, head.uri, headers: head.headers.map { HTTPHeader($0.name, $0.value) })
        case .body(let buffer):
            let body = (request?.body ?? []) + Array(buffer: buffer)
            request?.body = body
        case .end:
            guard let request else { return }
            Self.begin(request, transport, context.channel)
        }
    }

    private static func begin(_ request: HTTPRequest, _ transport: any HTTPTransport, _ channel: any Channel)
    {
        Task { await answer(request, transport, channel) }
    }

    private static func answer(_ request: HTTPRequest, _ transport: any HTTPTransport, _ channel: any Channel)
        async
    {
        do {
            let response = try await transport.send(request)
            var head = HTTPResponseHead(
                version: .http1_1, status: .init(statusCode: response.status))
            for header in response.headers { head.headers.add(name: header.name, value: header.value) }
            try await channel.writeAndFlush(HTTPServerResponsePart.head(head))
            for try await chunk in response.body {
                let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: chunk)))
                try await channel.writeAndFlush(part)
            }
            try await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
        } catch {
            try? await channel.close()
        }
    }
}

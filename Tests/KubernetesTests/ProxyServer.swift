import NIOCore
import NIOPosix
import Synchronization

/// A proxy on loopback: it leads every CONNECT to one port of this machine, whatever host is named, and
/// remembers what it was asked.
final class ProxyServer: Sendable {
    private let channel: any Channel
    private let heads: Heads
    let port: Int

    /// With `login`, the base64 of `name:password`, others are refused.
    init(to target: Int, login: String? = nil) async throws {
        let heads = Heads()
        self.heads = heads
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.pipeline.addHandler(Tunnel(target, login, heads))
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    /// The heads of the requests that came.
    var requests: [String] { heads.all.withLock { $0 } }

    func stop() async { try? await channel.close() }
}

private final class Heads: Sendable {
    let all = Mutex<[String]>([])
}

private final class Tunnel: ChannelInboundHandler, @unchecked Sendable {
    // Unchecked: both of its channels are on one event loop.
    typealias InboundIn = ByteBuffer

    private let target: Int
    private let login: String?
    private let heads: Heads
    private var head = ""
    private var peer: (any Channel)?

    init(_ target: Int, _ login: String?, _ heads: Heads) {
        self.target = target
        self.login = login
        self.heads = heads
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if let peer { return peer.writeAndFlush(buffer, promise: nil) }
        head += String(buffer: buffer)
        guard head.hasSuffix("\r\n\r\n") else { return }
        heads.all.withLock { $0.append(head) }
        if let login, !head.contains("Basic \(login)\r\n") {
            answer(context.channel, "407 Proxy Authentication Required", closes: true)
        } else if head.hasPrefix("CONNECT ") {
            connect(context.channel)
        } else {
            answer(context.channel, "405 Method Not Allowed", closes: true)
        }
    }

    func channelInactive(context: ChannelHandlerContext) { peer?.close(promise: nil) }

    private func connect(_ near: any Channel) {
        ClientBootstrap(group: near.eventLoop)
            .channelInitializer { $0.pipeline.addHandler(Return(near)) }
            .connect(host: "127.0.0.1", port: target)
            .whenComplete { [self] result in
                switch result {
                case .success(let far):
                    peer = far
                    answer(near, "200 Connection established", closes: false)
                case .failure: answer(near, "502 Bad Gateway", closes: true)
                }
            }
    }

    private func answer(_ channel: any Channel, _ status: String, closes: Bool) {
        let length = closes ? "Content-Length: 0\r\n" : ""
        let text = "HTTP/1.1 \(status)\r\n\(length)\r\n"
        channel.writeAndFlush(ByteBuffer(string: text)).whenComplete { _ in
            if closes { channel.close(promise: nil) }
        }
    }
}

/// Carries what the server says back to the client.
private final class Return: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let near: any Channel

    init(_ near: any Channel) { self.near = near }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        near.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { near.close(promise: nil) }
}

import NIOCore
import NIOPosix
import NIOSSL

@testable import Sandbox

/// A client that sends what bytes it likes, over TLS.
struct RawClient: Sendable {
    private let inbound: NIOAsyncChannelInboundStream<ByteBuffer>
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    let token: String

    static func with<Result: Sendable>(
        _ sandbox: Running, _ body: @Sendable (RawClient) async throws -> Result
    ) async throws -> Result {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        let context = try NIOSSLContext(configuration: tls)
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: sandbox.state.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        try NIOSSLClientHandler(context: context, serverHostname: nil))
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let bytes = try PrivateFile.read(sandbox.directory.token, limit: 1_000)
        let token = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        return try await connection.executeThenClose { inbound, outbound in
            try await body(RawClient(inbound: inbound, outbound: outbound, token: token))
        }
    }

    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Asks for a WebSocket.
    func open(
        _ target: String, _ subprotocol: String, host: String = "127.0.0.1", extra: String = "",
        token: String? = nil
    ) async throws {
        let lines = [
            "GET \(target) HTTP/1.1", "Host: \(host)", "Authorization: Bearer \(token ?? self.token)",
            "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: \(subprotocol)",
        ]
        try await send(Array((lines.joined(separator: "\r\n") + "\r\n\(extra)\r\n").utf8))
    }

    /// All that comes until the server ends the connection, or `enough` of it.
    func read(until enough: @Sendable ([UInt8]) -> Bool = { _ in false }) async -> [UInt8] {
        var got: [UInt8] = []
        do {
            for try await piece in inbound {
                got += piece.readableBytesView
                if enough(got) { break }
            }
        } catch {
            // A connection that is cut ends too.
        }
        return got
    }
}

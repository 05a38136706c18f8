import NIOCore
import NIOWebSocket

/// The bytes of one connection, both ways, over the channels of a WebSocket: 0 is the bytes, 1 what went
/// wrong; each begins with the number of the port.
struct ForwardedConnection {
    let input: NIOAsyncChannelInboundStream<ByteBuffer>
    let output: NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Bytes of a frame: servers read such pieces.
    private static let piece = 32 << 10
    /// How long an answer may still come once the local side has said all.
    private static let patience = Duration.seconds(30)

    private enum Channel {
        static let data: UInt8 = 0
        static let failure: UInt8 = 1
    }

    /// Why the pod's side has ended the connection.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// Until either side has ended.
    func run(over socket: WebSocketDialer.Socket) async throws {
        try await socket.executeThenClose { frames, writer in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await send(to: writer) }
                tasks.addTask { try await receive(frames, answeringTo: writer) }
                // What is left when one is through: an answer, or nothing.
                try await tasks.next()
                tasks.cancelAll()
            }
        }
    }

    private func send(to writer: NIOAsyncChannelOutboundWriter<WebSocketFrame>) async throws {
        for try await bytes in input {
            var rest = bytes
            while let slice = rest.readSlice(length: min(rest.readableBytes, Self.piece)),
                slice.readableBytes > 0
            {
                var data = ByteBuffer()
                data.writeInteger(Channel.data)
                data.writeImmutableBuffer(slice)
                try await writer.write(.masked(.binary, data))
            }
        }
        // The protocol cannot say that one side is done.
        try await Task.sleep(for: Self.patience)
    }

    private func receive(
        _ frames: NIOAsyncChannelInboundStream<WebSocketFrame>,
        answeringTo writer: NIOAsyncChannelOutboundWriter<WebSocketFrame>
    ) async throws {
        var hasPort: Set<UInt8> = []
        for try await frame in frames {
            var data = frame.unmaskedData
            switch frame.opcode {
            case .ping: try await writer.write(.masked(.pong, data))
            case .connectionClose: return
            case .binary, .text:
                guard let channel: UInt8 = data.readInteger() else { continue }
                if hasPort.insert(channel).inserted {
                    data.moveReaderIndex(forwardBy: min(2, data.readableBytes))
                }
                guard data.readableBytes > 0 else { continue }
                if channel == Channel.failure { throw Refused(description: String(buffer: data)) }
                if channel == Channel.data { try await output.write(data) }
            default: continue
            }
        }
    }
}

extension WebSocketFrame {
    /// A frame as clients have to send it.
    static func masked(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
    }
}

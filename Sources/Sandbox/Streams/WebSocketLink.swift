import NIOCore
import Serving

/// A server's end of an open WebSocket. It has one reader; anyone may send.
struct WebSocketLink: Sendable {
    /// How long a client may take to answer the server's goodbye; what is on its way arrives in that time.
    private static let closeTime = Duration.seconds(20)

    private let connection: StreamConnection

    init(_ connection: StreamConnection) { self.connection = connection }

    /// Hands on the pieces of messages until the client goes, or does what it may not, or `take` says that it
    /// was the last one. Pings are answered meanwhile.
    func read(_ take: (ByteBuffer, _ isFirst: Bool, _ isLast: Bool) async -> Bool) async {
        var reader = WebSocketReader()
        do {
            for try await bytes in connection.inbound {
                var bytes = bytes
                while let event = try reader.next(&bytes) {
                    switch event {
                    case .data(let piece, let isFirst, let isLast):
                        guard await take(piece, isFirst, isLast) else { return }
                    case .ping(let payload): await send(WebSocketFrame.pong(payload))
                    case .pong: break
                    case .close(let code): return await sendClose(Self.answer(to: code))
                    }
                }
            }
        } catch let violation as WebSocketViolation {
            await sendClose(violation.code)
        } catch {
            // The connection has broken: nobody is left to be told.
        }
    }

    /// Codes that may not stand in frames are answered with that of a wrong frame.
    private static func answer(to code: UInt16?) -> UInt16 {
        guard let code else { return 1000 }
        return (1000...1003).contains(code) || (1007...1014).contains(code) || (3000...4999).contains(code)
            ? code : 1002
    }

    /// Returns when the client may have more; false when it is gone.
    @discardableResult
    func send(_ frame: ByteBuffer) async -> Bool {
        do {
            try await connection.outbound.write(frame)
            return true
        } catch {
            return false
        }
    }

    func sendClose(_ code: UInt16) async { await send(WebSocketFrame.close(code)) }

    private enum End { case client, server, time }

    /// Reads and writes until one of them is done; then `leave` is called. When that is the writer, the
    /// client is told goodbye and may read all before it.
    func run(
        reading: @escaping @Sendable () async -> Void, writing: @escaping @Sendable () async -> Void,
        leave: @Sendable () -> Void
    ) async {
        await withTaskGroup(of: End.self) { group in
            group.addTask {
                await reading()
                return .client
            }
            group.addTask {
                await writing()
                return .server
            }
            let first = await group.next()
            leave()
            if first == .server {
                await sendClose(1000)
                group.addTask {
                    try? await Task.sleep(for: Self.closeTime)
                    return .time
                }
                _ = await group.next()
            }
            group.cancelAll()
        }
    }
}

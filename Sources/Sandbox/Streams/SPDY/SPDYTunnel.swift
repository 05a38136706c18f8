import NIOCore
import Synchronization

/// Connections to ports of a pod, as kubectl tunnels them: SPDY/3.1 in the binary messages of a WebSocket.
/// Each connection has two streams that name the same request, one for bytes and one for errors.
final class SPDYTunnel: Sendable {
    static let subprotocol = "SPDY/3.1+portforward.k8s.io"

    private let pod: ObjectKey
    private let runtime: any PodRuntime
    private let link: WebSocketLink
    private let state = Mutex(ForwardedConnections())

    init(pod: ObjectKey, runtime: any PodRuntime, link: WebSocketLink) {
        self.pod = pod
        self.runtime = runtime
        self.link = link
    }

    /// Until the client goes.
    func run() async {
        await withDiscardingTaskGroup { group in
            do {
                var reader = try SPDYReader()
                let replies = try HeaderDeflater()
                var violation: SPDYViolation?
                await link.read { piece, _, _ in
                    var piece = piece
                    do throws(SPDYViolation) {
                        while let event = try reader.next(&piece) {
                            guard let ready = try await self.take(event, replies) else { continue }
                            group.addTask { await self.carry(ready) }
                        }
                        return true
                    } catch {
                        violation = error
                        return false
                    }
                }
                if violation != nil { await goAway() }
            } catch {
                await goAway()
            }
            leave()
            group.cancelAll()
        }
    }

    private func goAway() async {
        await send(SPDYFrame.goAway(last: state.withLock { $0.last }))
        await link.sendClose(1002)
    }

    private func leave() {
        let inputs = state.withLock { Array($0.inputs.values) }
        for input in inputs { input.abandon() }
    }

    @discardableResult
    private func send(_ frame: ByteBuffer) async -> Bool {
        await link.send(WebSocketFrame.binary(frame.readableBytesView))
    }

    // MARK: From the client

    private func take(_ event: SPDYReader.Event, _ replies: HeaderDeflater) async throws(SPDYViolation)
        -> ForwardedConnections.Ready?
    {
        switch event {
        case .open(let id, let headers, let isLast): return try await open(id, headers, isLast, replies)
        case .data(let id, let piece, let isLast):
            guard let input = state.withLock({ $0.inputs[id] }) else {
                let isNew = state.withLock { id > $0.last }
                if isNew { await send(SPDYFrame.reset(id, .invalidStream)) }
                return nil
            }
            await input.write(piece)
            if isLast { input.finish() }
        case .reset(let id): state.withLock { $0.inputs[id] }?.abandon()
        case .ping(let id) where id % 2 == 1: await send(SPDYFrame.ping(id))
        case .goAway: state.withLock { $0.isLeaving = true }
        case .ping, .other: break
        }
        return nil
    }

    private func open(
        _ id: UInt32, _ headers: [String: String], _ isLast: Bool, _ replies: HeaderDeflater
    ) async throws(SPDYViolation) -> ForwardedConnections.Ready? {
        let isRight = state.withLock { state in
            guard id % 2 == 1, id > state.last else { return false }
            state.last = id
            return true
        }
        guard isRight else { throw .streamNumber }
        guard let port = headers["port"].flatMap(UInt16.init), port > 0,
            let type = headers["streamtype"], type == "data" || type == "error"
        else {
            await send(SPDYFrame.reset(id, .protocolError))
            return nil
        }
        let request = headers["requestid"] ?? ""
        let (isTaken, ready) = state.withLock { $0.add(id, type, request, port) }
        guard isTaken else {
            await send(SPDYFrame.reset(id, .refusedStream))
            return nil
        }
        if isLast, type == "data" { state.withLock { $0.inputs[id] }?.finish() }
        await send(SPDYFrame.reply(id, replies.packed(SPDYHeaders.bytes([]))))
        return ready
    }

    // MARK: To the client

    private func carry(_ ready: ForwardedConnections.Ready) async {
        let connection = PortConnection(pod: pod, port: ready.port, runtime: runtime)
        do {
            try await connection.run(from: ready.input) { piece in
                await self.send(piece, on: ready.data)
            } whenOutputEnds: {
                await self.send(SPDYFrame.end(ready.data))
            }
        } catch {
            await send(ByteBuffer(string: "\(error)"), on: ready.errors)
            await send(SPDYFrame.reset(ready.data, .cancel))
        }
        await send(SPDYFrame.end(ready.errors))
        state.withLock { $0.remove(ready) }
    }

    @discardableResult
    private func send(_ piece: ByteBuffer, on stream: UInt32) async -> Bool {
        var rest = piece
        while let part = rest.readSlice(length: min(rest.readableBytes, SPDYFrame.dataLimit)),
            part.readableBytes > 0
        {
            guard await send(SPDYFrame.data(stream, part.readableBytesView)) else { return false }
        }
        return true
    }
}

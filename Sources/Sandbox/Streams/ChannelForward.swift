import NIOCore

/// Connections to ports of a pod over the channels of a WebSocket: two for each port of the query, one for
/// bytes and one for errors.
struct ChannelForward: Sendable {
    let pod: ObjectKey
    let ports: [UInt16]
    let runtime: any PodRuntime

    func run(on link: WebSocketLink) async {
        for (index, port) in ports.enumerated() {
            for channel in [Self.data(index), Self.data(index) + 1] {
                let bytes = [UInt8(port & 0xff), UInt8(port >> 8)]
                await link.send(WebSocketFrame.binary(bytes, channel: channel))
            }
        }
        let inputs = ports.map { _ in ByteQueue() }
        await link.run(
            reading: { await read(link, into: inputs) }, writing: { await write(inputs, to: link) },
            leave: { for input in inputs { input.abandon() } })
    }

    private static func data(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: index * 2) }

    private func read(_ link: WebSocketLink, into inputs: [ByteQueue]) async {
        var channel: UInt8?
        await link.read { piece, isFirst, _ in
            var piece = piece
            if isFirst { channel = nil }
            if channel == nil { channel = piece.readInteger() }
            guard let number = channel.map(Int.init), number % 2 == 0, number / 2 < inputs.count else {
                return true
            }
            await inputs[number / 2].write(piece)
            return true
        }
        // There is no half-close here: a client that goes has read all it wanted.
        for input in inputs { input.finish() }
    }

    private func write(_ inputs: [ByteQueue], to link: WebSocketLink) async {
        await withDiscardingTaskGroup { group in
            for (index, port) in ports.enumerated() {
                let connection = PortConnection(pod: pod, port: port, runtime: runtime)
                group.addTask {
                    do {
                        try await connection.run(from: inputs[index]) { piece in
                            await link.send(
                                WebSocketFrame.binary(piece.readableBytesView, channel: Self.data(index)))
                        } whenOutputEnds: {
                            inputs[index].abandon()
                        }
                    } catch {
                        let text = Array("\(error)".utf8)
                        await link.send(WebSocketFrame.binary(text, channel: Self.data(index) + 1))
                    }
                }
            }
        }
    }
}

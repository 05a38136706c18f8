import NIOCore
import YAML

/// A process in a container, over the channels of a WebSocket (exec and attach).
struct CommandStream: Sendable {
    /// The numbers of the channels, as Kubernetes counts them.
    enum Channel {
        static let input: UInt8 = 0
        static let output: UInt8 = 1
        static let errors: UInt8 = 2
        static let status: UInt8 = 3
        static let size: UInt8 = 4
        /// Names a channel whose writer is done (version 5).
        static let close: UInt8 = 255
    }

    private enum Limit {
        /// A message that gives the size of a terminal, in bytes.
        static let size = 1 << 10
        /// Columns or rows of a terminal.
        static let characters: ClosedRange<Int64> = 0...Int64(UInt16.max)
    }

    let container: ContainerReference
    /// nil for the container's own process.
    let command: ContainerCommand?
    let streams: ContainerStreams
    let runtime: any PodRuntime
    /// Whether the client can close its input and keep the rest.
    let canClose: Bool

    func run(on link: WebSocketLink) async {
        // Clients take the first message as a sign that all is set up.
        let first =
            streams.hasOutput ? Channel.output : streams.hasErrors ? Channel.errors : Channel.status
        await link.send(WebSocketFrame.binary([], channel: first))
        do {
            let process = try await start()
            await link.run(
                reading: { await read(link, into: process) }, writing: { await write(process, to: link) },
                leave: process.leave)
        } catch {
            await link.run(
                reading: { await link.read { _, _, _ in true } },
                writing: { await send(.failed(error), to: link) }, leave: {})
        }
    }

    private func start() async throws -> any ContainerProcess {
        guard let command else { return try await runtime.attach(to: container) }
        return try await runtime.start(command, in: container)
    }

    // MARK: From the client

    private func read(_ link: WebSocketLink, into process: any ContainerProcess) async {
        var channel: UInt8?
        var size: [UInt8] = []
        var takesInput = streams.hasInput
        await link.read { piece, isFirst, isLast in
            var piece = piece
            if isFirst { channel = nil }
            if channel == nil { channel = piece.readInteger() }
            switch channel {
            case Channel.input where takesInput && piece.readableBytes > 0:
                takesInput = await process.write(Array(piece.readableBytesView))
            case Channel.size where size.count + piece.readableBytes <= Limit.size:
                size += piece.readableBytesView
                if isLast {
                    resize(process, size)
                    size = []
                }
            case Channel.close where canClose && piece.readInteger(as: UInt8.self) == Channel.input:
                takesInput = false
                await process.closeInput()
            default: break
            }
            return true
        }
    }

    /// `{"Width":80,"Height":24}`; anything else changes nothing.
    private func resize(_ process: any ContainerProcess, _ bytes: [UInt8]) {
        guard let node = try? JSONReader.node(bytes), let columns = node["Width"]?.int,
            let rows = node["Height"]?.int, Limit.characters.contains(columns),
            Limit.characters.contains(rows)
        else { return }
        process.resize(columns: Int(columns), rows: Int(rows))
    }

    // MARK: To the client

    private func write(_ process: any ContainerProcess, to link: WebSocketLink) async {
        while let output = await process.nextOutput() {
            switch output {
            case .standardOutput(let bytes) where streams.hasOutput:
                guard await link.send(WebSocketFrame.binary(bytes, channel: Channel.output)) else { return }
            case .standardError(let bytes) where streams.hasErrors:
                guard await link.send(WebSocketFrame.binary(bytes, channel: Channel.errors)) else { return }
            default: break
            }
        }
        await send(.ended(await process.exitStatus()), to: link)
    }

    private func send(_ end: CommandEnd, to link: WebSocketLink) async {
        await link.send(WebSocketFrame.binary(JSONWriter.bytes(end.node), channel: Channel.status))
    }
}

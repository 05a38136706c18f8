import NIOCore
import NIOPosix

/// One connection of a client to a port of a pod.
struct PortConnection: Sendable {
    private static let connectTime = TimeAmount.seconds(5)

    let pod: ObjectKey
    let port: UInt16
    let runtime: any PodRuntime

    /// What a client is told on the stream for errors.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Carries bytes until both sides are done. `send` is false when the client takes no more.
    func run(
        from input: ByteQueue, to send: @escaping @Sendable (ByteBuffer) async -> Bool,
        whenOutputEnds: @escaping @Sendable () async -> Void
    ) async throws(Failure) {
        defer { input.abandon() }
        let connection = try await connect()
        do {
            try await connection.executeThenClose { inbound, outbound in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        while let piece = await input.next() { try await outbound.write(piece) }
                        // A client that takes back its connection wants no answer either.
                        guard !input.isAbandoned else { throw CancellationError() }
                        outbound.finish()
                    }
                    group.addTask {
                        for try await piece in inbound { guard await send(piece) else { return } }
                        await whenOutputEnds()
                    }
                    try await group.waitForAll()
                }
            }
        } catch is CancellationError {
            // The client is gone.
        } catch {
            throw Failure(description: "the connection to port \(port) of pod \(pod.name) broke: \(error)")
        }
    }

    /// To the first of the pod's addresses that accepts.
    private func connect() async throws(Failure) -> Connection {
        let hosts: [String]
        do {
            hosts = try await runtime.addresses(of: pod)
        } catch {
            let why = (error as? APIFailure)?.message ?? "\(error)"
            throw Failure(description: "pod \(pod.name) cannot be reached: \(why)")
        }
        for host in hosts {
            if let connection = try? await connect(to: host) { return connection }
        }
        throw Failure(
            description: "nothing in pod \(pod.name) listens at port \(port): it was tried at "
                + hosts.joined(separator: ", "))
    }

    private func connect(to host: String) async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(Self.connectTime)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: host, port: Int(port)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
    }
}

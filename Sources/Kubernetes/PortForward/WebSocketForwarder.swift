import NIOCore
import NIOPosix

/// Forwards over WebSockets to the API server, one for each connection (`v4.channel.k8s.io`).
package struct WebSocketForwarder: PortForwarder {
    private let dialer: WebSocketDialer

    package init(
        _ configuration: ClusterConfiguration, in environment: Environment,
        _ settings: RESTSettings = RESTSettings()
    ) {
        dialer = WebSocketDialer(configuration, in: environment, settings)
    }

    package func forward<Result: Sendable>(
        _ target: PodPort, local: Int, note: @escaping @Sendable (any Error) -> Void,
        _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await forward(target, local, on: group, note, body))
        } catch {
            result = .failure(error)
        }
        try? await group.shutdownGracefully()
        return try result.get()
    }

    private func forward<Result: Sendable>(
        _ target: PodPort, _ local: Int, on group: MultiThreadedEventLoopGroup,
        _ note: @escaping @Sendable (any Error) -> Void,
        _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        let path = try target.path()
        // What the server refuses is known before anybody connects.
        try await dialer.dial(path, on: group).executeThenClose { _, _ in }
        let listener: NIOAsyncChannel<LocalConnection, Never>
        do {
            listener = try await ServerBootstrap(group: group)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .bind(host: "127.0.0.1", port: local) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try LocalConnection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw dialer.translated(error, of: "127.0.0.1:\(local)")
        }
        let port = listener.channel.localAddress?.port ?? local
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                try await serve(listener, path, on: group, note)
                return nil
            }
            tasks.addTask { try await body(port) }
            defer { tasks.cancelAll() }
            while let ended = try await tasks.next() {
                if let result = ended { return result }
            }
            throw CancellationError()
        }
    }

    private func serve(
        _ listener: NIOAsyncChannel<LocalConnection, Never>, _ path: String,
        on group: MultiThreadedEventLoopGroup, _ note: @escaping @Sendable (any Error) -> Void
    ) async throws {
        try await listener.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { tasks in
                for try await connection in connections {
                    tasks.addTask {
                        do {
                            try await connection.executeThenClose { input, output in
                                let socket = try await dialer.dial(path, on: group)
                                try await ForwardedConnection(input: input, output: output).run(over: socket)
                            }
                        } catch {
                            if !(error is CancellationError) { note(dialer.translated(error)) }
                        }
                    }
                }
            }
        }
    }
}

typealias LocalConnection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

extension PodPort {
    /// Where the API server forwards the port.
    func path() throws(ClusterError) -> String {
        let pods = ResourceType(group: "", version: "v1", plural: "pods", kind: "Pod")
        let pod = try ResourcePath.object(pods, namespace: namespace, name: pod)
        guard (1...65_535).contains(port) else { throw .configuration("\(port) is no port") }
        return "\(pod)/portforward?ports=\(port)"
    }
}

import Diagnostics
import Kubernetes
import Serving

/// A port of a pod on this machine, for as long as the user wants it.
struct PortForwarding {
    let world: World
    let global: GlobalOptions

    /// Until SIGINT or SIGTERM. Without a wish for a local port the pod's own is tried first, then a free
    /// one.
    func run(
        _ pod: ReadyPod.Name, port: Int, local: Int?, whenReady: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let forwarder = try world.forwarder(global)
        let target = PodPort(namespace: pod.namespace, pod: pod.name, port: port)
        let world = world
        let serve: @Sendable (Int) async throws -> Void = { candidate in
            try await UntilSignal.run {
                try await forwarder.forward(
                    target, local: candidate, note: { world.warn(Self.text($0)) },
                    { listening in
                        await whenReady(listening)
                        while true { try await Task.sleep(for: .seconds(3600)) }
                    })
            }
        }
        do {
            do {
                try await serve(local ?? port)
            } catch ClusterError.unreachable(let server, _)
                where local == nil && server.hasPrefix("127.0.0.1:")
            {
                // Somebody else has the pod's own port.
                try await serve(0)
            }
        } catch let error as ClusterError {
            throw error.failure
        }
    }

    private static func text(_ error: any Error) -> String {
        ((error as? ClusterError)?.failure.message ?? "\(error)").escapingControls
    }
}

extension World {
    /// What forwards ports in the cluster that the flags name.
    func forwarder(_ global: GlobalOptions) throws -> any PortForwarder {
        guard let configuration = try configuration(global.connection) else {
            throw Failure.unavailable("no cluster is configured")
        }
        return try makeForwarder(configuration, transport(global.connection), self)
    }
}

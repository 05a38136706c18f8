/// A port of a pod.
package struct PodPort: Sendable, Hashable {
    package let namespace: String
    package let pod: String
    package let port: Int

    package init(namespace: String, pod: String, port: Int) {
        self.namespace = namespace
        self.pod = pod
        self.port = port
    }
}

/// Makes ports of pods reachable on this machine.
package protocol PortForwarder: Sendable {
    /// Listens on 127.0.0.1 while `body` runs, which gets the port; connections to it go to the pod.
    ///
    /// - Parameters:
    ///   - local: the port to listen on; 0 for a free one.
    ///   - note: told what goes wrong with single connections.
    /// - Throws: `ClusterError` when the cluster refuses, and what `body` throws.
    func forward<Result: Sendable>(
        _ target: PodPort, local: Int, note: @escaping @Sendable (any Error) -> Void,
        _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> Result
}

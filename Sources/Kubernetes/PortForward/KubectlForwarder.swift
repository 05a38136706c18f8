/// Has kubectl forward, with its own login and network.
package struct KubectlForwarder: PortForwarder {
    private let configuration: ClusterConfiguration
    private let environment: Environment

    package init(_ configuration: ClusterConfiguration, in environment: Environment) {
        self.configuration = configuration
        self.environment = environment
    }

    package func forward<Result: Sendable>(
        _ target: PodPort, local: Int, note: @escaping @Sendable (any Error) -> Void,
        _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> Result {
        // Refuses names that are none before kubectl sees them.
        _ = try target.path()
        let words = [
            "port-forward", "--namespace=\(target.namespace)", "--address=127.0.0.1", "pod/\(target.pod)",
            "\(local == 0 ? "" : "\(local)"):\(target.port)",
        ]
        var command = ProcessCommand(
            "kubectl", configuration.kubectlArguments + words, environment: environment.variables)
        command.passesErrors = true
        let chunks = environment.processes.stream(command)
        let (ports, port) = AsyncThrowingStream.makeStream(of: Int.self)
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                var text = ""
                do {
                    for try await chunk in chunks {
                        text += String(decoding: chunk, as: UTF8.self)
                        if let found = Self.port(in: text) { port.yield(found) }
                        text = String(text.suffix(4096))
                    }
                    try Task.checkCancellation()
                    throw ClusterError.configuration("kubectl port-forward has ended")
                } catch {
                    port.finish(throwing: error)
                    throw error
                }
            }
            tasks.addTask {
                for try await found in ports { return try await body(found) }
                throw CancellationError()
            }
            defer { tasks.cancelAll() }
            while let ended = try await tasks.next() {
                if let result = ended { return result }
            }
            throw CancellationError()
        }
    }

    /// The port of `Forwarding from 127.0.0.1:40123 -> 9090`.
    private static func port(in text: String) -> Int? {
        for line in text.split(separator: "\n") where line.hasPrefix("Forwarding from 127.0.0.1:") {
            let digits = line.dropFirst("Forwarding from 127.0.0.1:".count).prefix { $0.isNumber }
            if let port = Int(digits) { return port }
        }
        return nil
    }
}

import NIOCore
import Testing

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `kubectl port-forward`, by both versions.
@Suite(.serialized, .timeLimit(.minutes(2))) struct KubectlForwardTests {
    @Test(arguments: Stranger.kubectls) func manyConnectionsCarryMuch(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        let echo = try await EchoServer()
        try await StreamingPod.with { sandbox in
            try await forwarding(kubectl, sandbox, to: echo.port) { port in
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<20 {
                        group.addTask {
                            let bytes = [UInt8](repeating: UInt8(number), count: 1 << 20)
                            return try await EchoServer.exchange(bytes, port: port) == bytes
                        }
                    }
                    for try await isSame in group { #expect(isSame) }
                }
                let later = try await EchoServer.exchange([1, 2, 3], port: port)
                #expect(later == [1, 2, 3])
            }
        }
        try await echo.channel.close()
    }

    @Test(arguments: Stranger.kubectls) func aPortWhereNothingListensIsSaid(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        let echo = try await EchoServer()
        let closed = echo.port
        try await echo.channel.close()
        try await StreamingPod.with { sandbox in
            let said = try await forwarding(kubectl, sandbox, to: closed) { port in
                let got = try? await EchoServer.exchange([1], port: port)
                #expect(got == nil || got == [])
                try await Task.sleep(for: .milliseconds(300))
            }
            #expect(said.contains("nothing in pod web listens at port \(closed)"), "\(said)")
        }
    }

    /// Runs kubectl while `body` does; all that it printed.
    @discardableResult
    private func forwarding(
        _ kubectl: Stranger, _ sandbox: Running, to target: Int, _ body: (Int) async throws -> Void
    ) async throws -> String {
        let line = [
            "\(Stranger.folder)/\(kubectl.name)", "--kubeconfig", sandbox.directory.kubeconfig,
            "--cache-dir", sandbox.directory.path + "/cache", "port-forward", "pod/web", ":\(target)",
        ]
        let runtime = LocalRuntime()
        let process = try await runtime.start(
            ContainerCommand(words: line, hasInput: false, hasTerminal: false),
            in: ContainerReference(
                pod: ObjectKey(group: "", plural: "pods", namespace: "", name: ""), name: ""))
        var text = ""
        while !text.contains("Forwarding from 127.0.0.1:"), let output = await process.nextOutput() {
            text += Self.text(output)
        }
        let words = text.split { ": ".contains($0) }.compactMap { Int($0) }
        let port = try #require(words.first, "\(text)")
        try await body(port)
        process.leave()
        while let output = await process.nextOutput() { text += Self.text(output) }
        return text
    }

    private static func text(_ output: ContainerOutput) -> String {
        switch output {
        case .standardOutput(let bytes), .standardError(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }
}

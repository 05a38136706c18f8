import FoundationEssentials
import Kubernetes
import Testing

@testable import Sandbox

/// The streams of the Python package kubernetes, by the script beside this file.
@Suite(.timeLimit(.minutes(2))) struct PythonStreamTests {
    @Test func theScriptIsContent() async throws {
        let packages = Stranger.folder + "/python"
        guard FileManager.default.fileExists(atPath: packages + "/kubernetes") else {
            return print("skipped: there is no \(packages); scripts/clients fetches it")
        }
        let script =
            #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/python_streams.py"
        let echo = try await EchoServer()
        try await StreamingPod.with { sandbox in
            var command = ProcessCommand(
                "python3", [script, sandbox.directory.kubeconfig, String(echo.port)],
                environment: [
                    "PYTHONPATH": packages, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
                    "HOME": sandbox.directory.path, "PYTHONDONTWRITEBYTECODE": "1",
                ])
            command.timeout = .seconds(60)
            let outcome = try await SystemProcesses().run(command)
            let text = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
            #expect(outcome.exitStatus == 0 && text.contains("all is well"), "\(text)")
        }
        try await echo.channel.close()
    }
}

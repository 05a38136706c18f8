import FoundationEssentials
import Kubernetes
import Testing

@testable import Sandbox

/// A script that drives a sandbox with the Python package kubernetes, which `scripts/clients` puts into
/// `.tools`.
struct PythonScript {
    private static let packages = Stranger.folder + "/python"
    private let path: String

    /// A script beside the test; nil, and said so, when the package is not there.
    init?(_ name: String, beside test: String = #filePath) {
        guard FileManager.default.fileExists(atPath: Self.packages + "/kubernetes") else {
            print("skipped: there is no \(Self.packages); scripts/clients fetches it")
            return nil
        }
        path = test.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
    }

    /// Runs it against a sandbox; it must end with content.
    func run(_ sandbox: Running, _ words: [String] = []) async throws {
        var command = ProcessCommand(
            "python3", [path, sandbox.directory.kubeconfig] + words,
            environment: [
                "PYTHONPATH": Self.packages,
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
                "HOME": sandbox.directory.path, "PYTHONDONTWRITEBYTECODE": "1",
            ])
        command.timeout = .seconds(60)
        let outcome = try await SystemProcesses().run(command)
        let text = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
        #expect(outcome.exitStatus == 0 && text.contains("all is well"), "\(text)")
    }
}

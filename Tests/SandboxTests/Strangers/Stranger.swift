import FoundationEssentials
import Kubernetes
import Testing

@testable import Sandbox

/// A client that others wrote, as `scripts/clients` puts it into `.tools`.
struct Stranger: Sendable, CustomTestStringConvertible {
    /// The program's name there, such as `kubectl-1.37`.
    let name: String

    static let kubectls = [Stranger(name: "kubectl-1.32"), Stranger(name: "kubectl-1.37")]

    var testDescription: String { name }

    static let folder: String =
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/.tools"

    private var program: String { "\(Self.folder)/\(name)" }

    /// Whether it is there; says so when it is not.
    var isThere: Bool {
        if FileManager.default.isExecutableFile(atPath: program) { return true }
        print("skipped: there is no \(program); scripts/clients fetches it")
        return false
    }

    /// Runs it against a sandbox: exit status and all that it printed.
    func run(_ words: [String], _ sandbox: Running, input: String = "") async throws -> (
        status: Int?, text: String
    ) {
        let home = sandbox.directory.path
        var command = ProcessCommand(
            program, words,
            environment: [
                "KUBECONFIG": sandbox.directory.kubeconfig, "HOME": home, "PATH": "/usr/bin:/bin",
                "KUBECACHEDIR": home + "/cache",
            ])
        command.input = Array(input.utf8)
        command.timeout = .seconds(60)
        let outcome = try await SystemProcesses().run(command)
        return (outcome.exitStatus, String(decoding: outcome.output + outcome.errors, as: UTF8.self))
    }

    /// Runs a line that must succeed; what it printed.
    @discardableResult
    func must(_ line: String, _ sandbox: Running, input: String = "") async throws -> String {
        let outcome = try await run(line.split(separator: " ").map(String.init), sandbox, input: input)
        #expect(outcome.status == 0, "\(name) \(line): \(outcome.text)")
        return outcome.text
    }
}

import FoundationEssentials
import Kubernetes
import Testing

/// The scripts in real shells under a pseudo-terminal: what a Tab makes of a line.
@Suite(.serialized) struct ShellTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path()

    @Test(arguments: ["bash", "zsh", "fish"])
    func aTabCompletes(_ shell: String) async throws {
        guard await has(shell), await has("python3") else {
            print("note: skipped, there is no \(shell) or python3")
            return
        }
        #expect(try await press(shell, "istioctl vers").contains("version"))
        #expect(try await press(shell, "istioctl sandbox sta").contains("status"))
        #expect(try await press(shell, "istioctl version --output=js").contains("--output=json"))
        #expect(try await press(shell, "istioctl version -c \(Self.root)Pack").contains("Package.swift"))
    }

    private func press(_ shell: String, _ line: String) async throws -> String {
        let script = "\(Self.root)completions/istioctl.\(shell)"
        let tester = "\(Self.root)Tests/CommandsTests/Completion/shell_completion.py"
        return await run("python3", [tester, shell, script, "\(Self.root).build/debug", line]) ?? ""
    }

    private func has(_ program: String) async -> Bool { await run(program, ["--version"]) != nil }

    private func run(_ program: String, _ arguments: [String]) async -> String? {
        let variables = ProcessInfo.processInfo.environment
        let command = ProcessCommand(program, arguments, environment: variables)
        guard let outcome = try? await SystemProcesses().run(command), outcome.exitStatus == 0 else {
            return nil
        }
        return String(decoding: outcome.output, as: UTF8.self)
    }
}

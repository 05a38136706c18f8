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
        let lines = try await press(
            shell,
            [
                "istioctl vers", "istioctl sandbox sta", "istioctl version --output=js",
                "istioctl version -oy",
                "istioctl version -c \(Self.root)Package.sw",
            ])
        let expected = ["version", "status", "--output=json", "-oyaml", "Package.swift"]
        #expect(lines.count == expected.count)
        for (line, end) in zip(lines, expected) { #expect(line.contains(end)) }
    }

    /// What each line becomes; all are typed at once, each into a shell of its own.
    private func press(_ shell: String, _ lines: [String]) async throws -> [Substring] {
        let script = "\(Self.root)completions/istioctl.\(shell)"
        let tester = "\(Self.root)Tests/CommandsTests/Completion/shell_completion.py"
        let drawn = await run("python3", [tester, shell, script, "\(Self.root).build/debug"] + lines)
        return (drawn ?? "").split(separator: "\n")
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

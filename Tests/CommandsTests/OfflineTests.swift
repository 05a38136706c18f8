import FoundationEssentials
import Kubernetes
import Testing

/// What the program asks of the system, as strace sees it: offline commands open no socket and no
/// kubeconfig.
@Suite(.serialized, .timeLimit(.minutes(2))) struct OfflineTests {
    private static let program = ShellTests.root + ".build/debug/istioctl"

    private static let rule = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews}
        spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}}]}]}
        """
    /// Nobody listens at port 1.
    private static let kubeconfig = """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts: [{name: here, context: {cluster: here}}]
        clusters: [{name: here, cluster: {server: "http://127.0.0.1:1"}}]
        """

    /// A command line, what it ends with and the file that it must have written.
    struct Line: Sendable, CustomTestStringConvertible {
        let words: [String]
        var status = 0
        var writes: String?

        var testDescription: String { words.joined(separator: " ") }
    }

    private static let lines = [
        Line(words: ["validate", "--offline", "-f", "rule.yaml"]),
        Line(words: ["validate", "-f", "rule.yaml"]),
        Line(
            words: ["validate", "--offline", "-o", "json=out.json", "-f", ".", "--context", "here"],
            status: 65,
            writes: "out.json"),
        Line(words: ["validate", "-f", "wrong.yaml"], status: 65),
        Line(words: ["analyze", "--offline", "rule.yaml"]),
        Line(
            words: ["analyze", "--use-kube=false", "-o", "sarif=out.sarif", "rule.yaml", "wrong.yaml"],
            status: 65, writes: "out.sarif"),
        Line(
            words: ["analyze", "--offline", "rule.yaml", "--baseline", "known.yaml", "--write-baseline"],
            writes: "known.yaml"),
        Line(words: ["analyze", "--explain", "IST0101"]), Line(words: ["version", "--remote=false"]),
        Line(words: ["help", "create"]), Line(words: ["explain", "vs.spec", "--context", "here"]),
        Line(words: ["api-resources", "--offline", "--context", "here"]),
    ]

    @Test(arguments: lines) func nothingIsOpened(line: Line) async throws {
        guard let seen = try await Self.systemCalls(of: line.words, writes: line.writes) else { return }
        #expect(seen.status == line.status, "\(seen.errors)")
        #expect(seen.hasWritten, "\(line.writes ?? "") was not written")
        #expect(seen.calls.contains { $0.contains("execve(") }, "strace saw nothing")
        #expect(seen.calls.filter(Self.isNetwork) == [])
        #expect(seen.calls.filter(Self.namesKubeconfig) == [])
    }

    /// With no network at all, not even loopback, they do the same.
    @Test(arguments: lines) func noNetworkIsNeeded(line: Line) async throws {
        guard await Self.works(["unshare", "-rn", "true"]) else {
            return print("note: skipped, network namespaces are not allowed here")
        }
        let tracer = ["unshare", "-rn"]
        guard let seen = try await Self.run(line.words, under: tracer, writes: line.writes) else { return }
        #expect(seen.status == line.status, "\(seen.errors)")
        #expect(seen.hasWritten)
    }

    /// Without this, the test above could pass for want of sight.
    @Test func straceSeesWhatOthersOpen() async throws {
        let words = ["get", "virtualservices", "--request-timeout=1s"]
        guard let seen = try await Self.systemCalls(of: words) else { return }
        #expect(seen.calls.contains(where: Self.isNetwork))
        #expect(seen.calls.contains(where: Self.namesKubeconfig))
    }

    private static func isNetwork(_ call: String) -> Bool {
        ["socket(", "connect(", "socketpair(", "bind(", "sendto("].contains { call.contains($0) }
    }

    private static func namesKubeconfig(_ call: String) -> Bool {
        call.contains("/kubeconfig") || call.contains(".kube/")
    }

    /// How a run ended, and what it asked of the system.
    private struct Seen {
        let status: Int?
        let errors: String
        let hasWritten: Bool
        let calls: [String]
    }

    /// A run with the calls about files and the network, a line each; nil where they cannot be seen.
    private static func systemCalls(of words: [String], writes: String? = nil) async throws -> Seen? {
        guard await works(["strace", "-o", "/dev/null", "true"]) else {
            print("note: skipped, there is no strace that works")
            return nil
        }
        let tracer = ["strace", "-f", "-qq", "-o", "../trace", "-e", "trace=%network,%file"]
        return try await run(words, under: tracer, writes: writes)
    }

    /// Runs the program in a directory with two files and beside a kubeconfig; nil where it is not built.
    private static func run(_ words: [String], under tracer: [String], writes: String?) async throws -> Seen?
    {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            print("note: skipped, there is no \(program)")
            return nil
        }
        let directory = FileManager.default.temporaryDirectory.appending(path: "offline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, text) in [
            ("work/rule.yaml", rule), ("work/wrong.yaml", "kind: 1\n\tx"), ("kubeconfig", kubeconfig),
            (".kube/config", kubeconfig),
        ] {
            let file = directory.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        var command = ProcessCommand(
            "env", ["-C", directory.path() + "/work"] + tracer + [program] + words,
            environment: [
                "PATH": path, "HOME": directory.path(), "KUBECONFIG": directory.path() + "/kubeconfig",
            ])
        command.timeout = .seconds(30)
        let outcome = try await SystemProcesses().run(command)
        let trace = try? String(contentsOf: directory.appending(path: "trace"), encoding: .utf8)
        let written = writes.map { directory.path() + "/work/" + $0 }
        return Seen(
            status: outcome.exitStatus, errors: String(decoding: outcome.errors, as: UTF8.self),
            hasWritten: written.map { FileManager.default.fileExists(atPath: $0) } ?? true,
            calls: (trace ?? "").split(separator: "\n").map(String.init))
    }

    private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    private static func works(_ words: [String]) async -> Bool {
        let command = ProcessCommand(words[0], Array(words.dropFirst()), environment: ["PATH": path])
        return (try? await SystemProcesses().run(command))?.exitStatus == 0
    }
}

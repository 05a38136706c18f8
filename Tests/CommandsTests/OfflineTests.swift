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

    @Test(arguments: [
        ["validate", "--offline", "-f", "rule.yaml"], ["validate", "-f", "rule.yaml"],
        ["validate", "--offline", "-o", "json", "-R", "-f", ".", "--context", "here"],
        ["validate", "-f", "wrong.yaml"], ["analyze", "--offline", "rule.yaml"],
        ["analyze", "--use-kube=false", "-o", "sarif=out.sarif", "rule.yaml", "wrong.yaml"],
        ["analyze", "--offline", ".", "--baseline", "known.yaml", "--write-baseline"],
        ["analyze", "--explain", "IST0101"], ["version", "--remote=false"], ["help", "create"],
        ["explain", "vs.spec", "--context", "here"], ["api-resources", "--offline", "--context", "here"],
    ])
    func nothingIsOpened(words: [String]) async throws {
        guard let calls = try await Self.systemCalls(of: words) else { return }
        #expect(calls.contains { $0.contains("execve(") }, "strace saw nothing")
        #expect(calls.filter(Self.isNetwork) == [])
        #expect(calls.filter(Self.namesKubeconfig) == [])
    }

    /// Without this, the test above could pass for want of sight.
    @Test func straceSeesWhatOthersOpen() async throws {
        let words = ["get", "virtualservices", "--request-timeout=1s"]
        guard let calls = try await Self.systemCalls(of: words) else { return }
        #expect(calls.contains(where: Self.isNetwork))
        #expect(calls.contains(where: Self.namesKubeconfig))
    }

    private static func isNetwork(_ call: String) -> Bool {
        ["socket(", "connect(", "socketpair(", "bind(", "sendto("].contains { call.contains($0) }
    }

    private static func namesKubeconfig(_ call: String) -> Bool {
        call.contains("/kubeconfig") || call.contains(".kube/")
    }

    /// The calls about files and the network, a line each; nil where they cannot be seen.
    private static func systemCalls(of words: [String]) async throws -> [String]? {
        let directory = FileManager.default.temporaryDirectory.appending(path: "offline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        guard FileManager.default.isExecutableFile(atPath: program), await canTrace() else {
            print("note: skipped, there is no strace that works, or no \(program)")
            return nil
        }
        for (name, text) in [
            ("work/rule.yaml", rule), ("work/wrong.yaml", "kind: 1\n\tx"), ("kubeconfig", kubeconfig),
            (".kube/config", kubeconfig),
        ] {
            let file = directory.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let trace = directory.appending(path: "trace").path()
        var command = ProcessCommand(
            "env",
            [
                "-C", directory.path() + "/work", "strace", "-f", "-qq", "-o", trace, "-e",
                "trace=%network,%file",
                program,
            ] + words,
            environment: [
                "PATH": path, "HOME": directory.path(), "KUBECONFIG": directory.path() + "/kubeconfig",
            ])
        command.timeout = .seconds(30)
        _ = try await SystemProcesses().run(command)
        let text = try String(contentsOf: URL(filePath: trace), encoding: .utf8)
        return text.split(separator: "\n").map(String.init)
    }

    private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    private static func canTrace() async -> Bool {
        let command = ProcessCommand(
            "strace", ["-o", "/dev/null", "true"], environment: ["PATH": path])
        return (try? await SystemProcesses().run(command))?.exitStatus == 0
    }
}

import FoundationEssentials
import Kubernetes
import TestSupport
import Testing
import YAML

/// The program itself, a sandbox of its own and a real kubectl: what a new user does on the first day.
@Suite(.serialized, .timeLimit(.minutes(5))) struct InstallSandboxTests {
    @Test func aMeshComesUpStaysAndGoes() async throws {
        try await InstalledSandbox.with { sandbox in
            try await sandbox.istioctl("install", "-y", "--profile", "demo")
            let services = try await sandbox.kubectl("get", "svc,pods", "-n", "istio-system")
            for name in ["istiod", "istio-ingressgateway", "istio-egressgateway"] {
                #expect(services.contains("service/\(name) "), "\(services)")
                #expect(services.contains("pod/\(name)-"), "\(services)")
            }
            let ready = try await sandbox.kubectl("get", "pods", "-n", "istio-system", "--no-headers")
            for line in ready.split(separator: "\n") { #expect(line.contains("1/1"), "\(line)") }
            #expect(try await sandbox.istioctl("verify-install").contains("Istio is installed and verified"))
            #expect(
                try await sandbox.istioctl("install", "-y", "--profile", "demo").contains("Nothing changed."))
            #expect(try await sandbox.istioctl("upgrade", "-y").contains("Nothing changed."))

            // What istiod's image stands for injects, too.
            try await sandbox.kubectl("label", "namespace", "default", "istio-injection=enabled")
            let pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, annotations: {sandbox.istioctl/command: sleep 600}}
                spec: {containers: [{name: web, image: example.com/web}]}
                """
            try await sandbox.kubectl("apply", "-f", "-", input: pod)
            let containers = try await sandbox.kubectl(
                "get", "pod", "web", "-o", "jsonpath={.spec.containers[*].name}")
            #expect(containers.contains("istio-proxy"), "\(containers)")
            try await sandbox.kubectl("delete", "pod", "web", "--grace-period=1")

            try await sandbox.istioctl("uninstall", "--purge", "-y")
            let left = try await sandbox.kubectl(
                "get",
                "all,cm,secret,sa,crd,clusterrole,clusterrolebinding,mutatingwebhookconfiguration,"
                    + "validatingwebhookconfiguration,hpa,pdb", "-n", "istio-system", "-o", "name")
            let others = left.split(separator: "\n").filter { $0.contains("istio") }
            #expect(others == [], "left behind: \(others)")
        }
    }

    @Test(arguments: ["rest", "kubectl"]) func aDashboardLeadsToItsPod(transport: String) async throws {
        try await InstalledSandbox.with { sandbox in
            try await sandbox.istioctl("install", "addons", "prometheus", "-y")
            let page = try await sandbox.whileRunning(
                ["dashboard", "prometheus", "--browser=false", "--local-port=0", "--transport=\(transport)"]
            ) { address in
                // Several connections, one after the other and at once.
                async let first = sandbox.fetch(address)
                async let second = sandbox.fetch(address)
                return try await [first, second, sandbox.fetch(address)]
            }
            #expect(page.allSatisfy { $0.contains("stands here for the image prometheus") }, "\(page)")
        }
    }

    @Test func manyBytesComeThroughWhole() async throws {
        try await InstalledSandbox.with { sandbox in
            let pod = """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                  labels: {app: jaeger}
                  annotations:
                    sandbox.istioctl/command: >-
                      python3 -u -c "import http.server as h, os; open('b','wb').write(os.urandom(10485760));
                      h.test(h.SimpleHTTPRequestHandler, port=16686, bind=os.environ['POD_IP'])"
                spec:
                  containers:
                  - name: web
                    image: example.com/web
                    readinessProbe: {httpGet: {port: 16686}, periodSeconds: 1}
                """
            try await sandbox.kubectl("apply", "-n", "istio-system", "-f", "-", input: pod)
            try await sandbox.kubectl(
                "wait", "-n", "istio-system", "--for=condition=Ready", "pod/web", "--timeout=60s")
            let size = try await sandbox.whileRunning([
                "dashboard", "jaeger", "--browser=false", "--local-port=0",
            ]) {
                try await sandbox.fetch($0 + "/b").utf8.count
            }
            // Not every byte is text, but none of them is lost.
            #expect(size >= 10_485_760)
        }
    }
}

/// A sandbox of the program, for as long as a test needs it.
private struct InstalledSandbox: Sendable {
    private static let program = Repository.root + "/.build/debug/istioctl"
    private static let kubectl = Repository.root + "/.tools/kubectl-1.37"

    private let folder: String

    /// Says so when something is missing.
    static func with(_ body: (InstalledSandbox) async throws -> Void) async throws {
        for path in [program, kubectl] where !FileManager.default.isExecutableFile(atPath: path) {
            return print("skipped: there is no \(path)")
        }
        let folder = FileManager.default.temporaryDirectory.path + "/install-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/bin/kubectl", withDestinationPath: kubectl)
        let sandbox = InstalledSandbox(folder: folder)
        try await sandbox.istioctl("sandbox", "up", "--detach", "--data-dir", folder + "/data")
        let result: Result<Void, any Error>
        do { result = .success(try await body(sandbox)) } catch { result = .failure(error) }
        try await sandbox.istioctl("sandbox", "down", "--data-dir", folder + "/data")
        try? FileManager.default.removeItem(atPath: folder)
        try result.get()
    }

    private func command(_ program: String, _ words: [String]) -> ProcessCommand {
        var command = ProcessCommand(
            program, words,
            environment: [
                "KUBECONFIG": folder + "/data/kubeconfig", "HOME": folder,
                "PATH": folder + "/bin:/usr/bin:/bin",
            ])
        command.timeout = .seconds(120)
        return command
    }

    private func run(_ command: ProcessCommand) async throws -> String {
        let outcome = try await SystemProcesses().run(command)
        #expect(
            outcome.exitStatus == 0,
            "\(command.arguments): \(String(decoding: outcome.errors, as: UTF8.self))")
        return String(decoding: outcome.output, as: UTF8.self)
    }

    /// A line that must succeed; what it printed.
    @discardableResult
    func istioctl(_ words: String...) async throws -> String { try await run(command(Self.program, words)) }

    @discardableResult
    func kubectl(_ words: String..., input: String = "") async throws -> String {
        var command = command(Self.kubectl, words)
        command.input = Array(input.utf8)
        return try await run(command)
    }

    func fetch(_ address: String) async throws -> String {
        try await run(command("curl", ["-sS", "--max-time", "60", address]))
    }

    /// What `body` makes of the address that a command prints while it runs; then the command is ended.
    func whileRunning<Result: Sendable>(
        _ words: [String], _ body: @escaping @Sendable (String) async throws -> Result
    ) async throws -> Result {
        var command = command(Self.program, words)
        command.passesErrors = true
        let chunks = SystemProcesses().stream(command)
        for try await chunk in chunks {
            let text = String(decoding: chunk, as: UTF8.self)
            if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("http://") }) {
                return try await body(String(line))
            }
        }
        throw CancellationError()
    }
}

import Diagnostics
import Kubernetes
import Testing
import YAML

@testable import Commands

/// Whatever a server answers, a command says so on standard error, exits with a failure, and never calls it
/// an empty list.
@Suite struct FaultTests {
    private static let rule = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: a}
        spec: {destination: {name: details}}

        """

    private static let commands: [[String]] = [
        ["create", "-f", "in.yaml"], ["delete", "routerule", "a"], ["get", "routerule", "a"],
        ["get", "routerules", "-o", "json"], ["get", "routerules", "--watch"], ["apply", "-f", "in.yaml"],
        ["apply", "-f", "in.yaml", "--server-side=false"], ["edit", "routerule", "a"],
    ]

    private static func status(_ code: Int, _ reason: String) -> ClusterError {
        .status(APIStatus(code: code, reason: reason, message: "\(reason) says the server"))
    }

    private static let faults: [(error: ClusterError, words: String, code: ExitCode)] = [
        (status(400, "BadRequest"), "BadRequest says", .failed),
        (status(401, "Unauthorized"), "Unauthorized says", .failed),
        (status(403, "Forbidden"), "Forbidden says", .failed),
        (status(409, "Conflict"), "Conflict says", .failed),
        (status(422, "Invalid"), "Invalid says", .failed),
        (status(429, "TooManyRequests"), "TooManyRequests says", .failed),
        (status(500, "InternalError"), "InternalError says", .failed),
        (status(503, "ServiceUnavailable"), "ServiceUnavailable says", .failed),
        (.status(APIStatus(code: 500, reason: "", message: "")), "status 500", .failed),
        (.unreachable(server: "https://s", reason: "connection refused"), "cannot reach", .unavailable),
        (.timedOut(server: "https://s"), "did not answer in time", .unavailable),
        (.malformed(server: "https://s", reason: "it was cut short"), "it was cut short", .failed),
        (.credentials("the plugin failed"), "the plugin failed", .failed),
        (.configuration("no CA"), "no CA", .failed),
    ]

    /// Every request for the rule fails.
    private func cluster(_ error: ClusterError) -> RecordingCluster {
        let keys = ["create", "replace", "delete", "get", "patch apply"].map { "\($0) routerules/default/a" }
        let failing = (keys + ["list routerules//", "list routerules/default/"]).map { ($0, error) }
        return RecordingCluster(failing: Dictionary(uniqueKeysWithValues: failing))
    }

    @Test(arguments: faults.map(\.words)) func everyFaultHasWordsAndAnExitCode(_ words: String) throws {
        let fault = try #require(Self.faults.first { $0.words == words })
        #expect(fault.error.failure.message?.contains(words) == true)
        #expect(fault.error.failure.code == fault.code)
        #expect(fault.error.text.contains(words))
    }

    @Test(arguments: commands) func aRefusalIsAnErrorAndNoAnswer(_ words: [String]) async {
        let message = "no\u{1B}]0;owned\u{7}\u{9B}31m\r"
        let error = ClusterError.status(APIStatus(code: 403, reason: "Forbidden", message: message))
        let world = TestWorld(files: ["in.yaml": Self.rule], cluster: cluster(error))
        #expect(await world.run(words + ["--server", "http://test.invalid"]) == .failed)
        #expect(world.output == "")
        #expect(world.errors.contains("no\\x1b"))
        let isClean = world.errors.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        #expect(isClean, "\(world.errors.debugDescription)")
    }

    @Test(arguments: commands.filter { $0[0] == "get" })
    func anAbsentClusterHasItsOwnExitCode(_ words: [String]) async {
        let error = ClusterError.unreachable(server: "https://s", reason: "connection refused")
        let world = TestWorld(cluster: cluster(error))
        #expect(await world.run(words + ["--server", "http://test.invalid"]) == .unavailable)
        #expect(world.output == "")
        #expect(world.errors == "Error: cannot reach https://s: connection refused\n")
    }

    @Test(arguments: commands.filter { $0[0] != "get" })
    func whatWasToBeChangedIsToldOfToo(_ words: [String]) async {
        let error = ClusterError.unreachable(server: "https://s", reason: "connection refused")
        let world = TestWorld(files: ["in.yaml": Self.rule], cluster: cluster(error))
        #expect(await world.run(words + ["--server", "http://test.invalid"]) == .unavailable)
        #expect(world.errors.contains("cannot reach https://s: connection refused"))
    }
}

/// Files that are not there, or not yet there in full.
@Suite struct HalfWrittenFileTests {
    private static let text = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: "first"}
        spec:
          destination: {name: details}
          route:
          - labels: {version: v1}
            weight: 100
        ---
        {"apiVersion": "config.istio.io/v1alpha2", "kind": "RouteRule",
         "metadata": {"name": "second"}, "spec": {"destination": {"name": "ratings"}}}
        """

    /// Cut anywhere, a file is refused or holds whole objects.
    @Test func everyBeginningOfAFileIsRefusedOrWhole() {
        let bytes = Array(Self.text.utf8)
        for length in bytes.indices {
            let source = Source(name: "in.yaml", text: Array(bytes[..<length]))
            let manifest = Manifest(reading: [source])
            let plan = Plan(manifest, operation: .create, namespace: nil, fallback: "default")
            if !manifest.diagnostics.hasErrors && plan.problems.isEmpty {
                let names = plan.intents.map(\.reference.name)
                #expect([[], ["first"], ["first", "second"]].contains(names), "\(length): \(names)")
            }
        }
    }

    @Test(arguments: [["validate", "-f", "none.yaml"], ["create", "-f", "in.yaml", "-f", "none.yaml"]])
    func aMissingFileIsNamed(_ words: [String]) async {
        let cluster = RecordingCluster()
        let world = TestWorld(files: ["in.yaml": Self.text], cluster: cluster)
        #expect(await world.run(words + ["--server", "http://test.invalid"]) == .failed)
        #expect(world.errors.contains("open none.yaml: no such file or directory"))
        #expect(await cluster.requests.isEmpty)
    }

    @Test(arguments: [
        "apiVersion: v1\nkind: Config\nclusters:\n- name: a\n  cluster: {server: \"http",
        "apiVersion: v1\nkind: Config\ncurrent-context: he", "\u{0}\u{0}\u{0}", "]", "{\"clusters\":",
    ])
    func aHalfWrittenKubeconfigIsAnError(_ text: String) async {
        let world = TestWorld(files: ["kubeconfig": text])
        #expect(await world.run(["get", "virtualservices", "-c", "kubeconfig"]) == .failed)
        #expect(!world.errors.isEmpty && world.output.isEmpty)
    }
}

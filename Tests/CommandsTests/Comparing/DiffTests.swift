import Kubernetes
import Sandbox
import Testing
import YAML

@testable import Commands

@Suite struct DiffTests {
    private static let secret = """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        data: {same: YQ==, other: YQ==}

        """

    private func run(
        _ command: String, _ text: String, on cluster: any Cluster, _ words: [String] = [],
        variables: [String: String] = [:], processes: any ProcessRunner = NoProcesses()
    ) async -> (world: TestWorld, code: ExitCode) {
        let world = TestWorld(
            files: ["in.yaml": text], variables: variables, cluster: cluster, processes: processes)
        let code = await world.run([command, "--server=http://test.invalid", "-f", "in.yaml"] + words)
        return (world, code)
    }

    @Test func aNewObjectIsAllAdditionsAndNothingIsKept() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (world, code) = await run("diff", ApplyTests.service("a"), on: cluster)
        #expect(code == .failed && world.errors.isEmpty)
        #expect(world.output.contains("@@ -0,0 +1,14 @@\n+apiVersion: networking.istio.io/v1\n"))
        #expect(!world.output.contains("uid") && !world.output.contains("managedFields"))
        let (_, again) = await run("diff", ApplyTests.service("a"), on: cluster)
        #expect(again == .failed)
    }

    @Test func whatIsAppliedDiffersNoMore() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await run("apply", ApplyTests.service("a"), on: cluster)
        let (same, none) = await run("diff", ApplyTests.service("a"), on: cluster)
        #expect(none == .done && same.output.isEmpty && same.errors.isEmpty)
        let (other, some) = await run("diff", ApplyTests.service("a", host: "b"), on: cluster)
        #expect(some == .failed && other.output.contains("-  - a\n+  - b\n"))
        #expect(other.output.hasPrefix("--- live/default/virtualservice.networking.istio.io/a\n"))
    }

    @Test func valuesOfSecretsAreMasked() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await run("apply", Self.secret, on: cluster)
        let changed = Self.secret.replacing("other: YQ==", with: "other: Yg==")
        let (world, code) = await run("diff", changed, on: cluster)
        #expect(code == .failed)
        #expect(world.output.contains("-  other: '*** (before)'\n+  other: '*** (after)'\n   same: '***'\n"))
        for value in ["YQ==", "Yg=="] { #expect(!world.output.contains(value)) }
    }

    @Test func conflictsAndRefusalsAreNoDifference() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await run("apply", ApplyTests.service("a"), on: cluster, ["--field-manager=ann"])
        let (world, code) = await run("diff", ApplyTests.service("a", host: "b"), on: cluster)
        #expect(code == .trouble && world.errors.contains(".spec.hosts: conflict with \"ann\""))
        let (_, forced) = await run(
            "diff", ApplyTests.service("a", host: "b"), on: cluster, ["--force-conflicts"])
        #expect(forced == .failed)
        let (_, invalid) = await run("diff", "kind: X", on: cluster)
        #expect(invalid == .badInput)
    }

    @Test func anAbsentClusterIsUnavailableAndOtherFailuresAreTrouble() async {
        let away = ClusterError.unreachable(server: "s", reason: "refused")
        for (error, code) in [
            (away, ExitCode.trouble),
            (.status(APIStatus(code: 500, reason: "InternalError", message: "oh\u{7}")), .trouble),
            (.malformed(server: "s", reason: "cut short"), .trouble),
        ] {
            let cluster = RecordingCluster(failing: ["get virtualservices/default/a": error])
            let (world, found) = await run("diff", ApplyTests.service("a"), on: cluster)
            #expect(found == code && world.output.isEmpty && !world.errors.contains("\u{7}"))
        }
    }

    @Test func aServerThatCannotIsReplacedAndThatIsSaid() async {
        let refusal = ClusterError.status(APIStatus(code: 415, reason: "", message: "unknown format"))
        let live: Node = [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": ["name": "a", "namespace": "default"], "spec": ["hosts": ["z"]],
        ]
        let cluster = RecordingCluster(
            ["virtualservices/default/a": live],
            failing: ["dry patch apply virtualservices/default/a": refusal])
        let (world, code) = await run("diff", ApplyTests.service("a"), on: cluster)
        #expect(code == .failed && world.output.contains("-  - z\n+  - a\n"))
        #expect(world.errors.contains("compared here and not by the server: unknown format"))
        #expect(!world.output.contains("last-applied"))
    }

    @Test func anUnservedTypeIsNoNewObject() async {
        let (world, code) = await run(
            "diff", ApplyTests.service("a"),
            on: RecordingCluster(failing: [
                "dry patch apply virtualservices/default/a": RecordingCluster.missing
            ])
        )
        #expect(code == .trouble && world.errors.contains("does not have type virtualservices"))
    }

    @Test(arguments: [(0, ExitCode.done), (1, .failed), (2, .trouble)])
    func anotherProgramMayCompare(_ status: Int, _ code: ExitCode) async throws {
        let cluster = try await SandboxCluster.inMemory()
        let program = ScriptedProgram { command in
            #expect(command.program == "colordiff" && command.arguments.prefix(2) == ["-N", "-u"])
            #expect(command.arguments.suffix(2).map { $0.split(separator: "/").last } == ["LIVE", "MERGED"])
            return ProcessOutcome(exitStatus: status, output: Array("theirs\n".utf8))
        }
        let (world, found) = await run(
            "diff", ApplyTests.service("a"), on: cluster,
            variables: ["KUBECTL_EXTERNAL_DIFF": "colordiff -N  -u"], processes: program)
        #expect(found == code && world.output == "theirs\n")
    }

    @Test func colourIsForTerminals() {
        let text = UnifiedDiff(from: "a\n", to: "b\n").text(old: "x", new: "y", usesColor: true)
        #expect(text.contains("\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"))
    }
}

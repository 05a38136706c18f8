import Kubernetes
import Sandbox
import Testing
import YAML

@testable import Commands

/// `apply` against a sandbox in this process.
@Suite struct ApplyTests {
    static func service(_ name: String, host: String = "a", more: String = "", label: String = "x") -> String
    {
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: \(name), labels: {team: \(label)}}
        spec:
          hosts: [\(host)]
          http: [{route: [{destination: {host: reviews}}]}]
          \(more)

        """
    }

    private static let type = ResourceType(
        group: "networking.istio.io", version: "v1", plural: "virtualservices", kind: "VirtualService")

    private func run(
        _ text: String, _ words: String..., command: String = "apply", on cluster: any Cluster,
        answer: String? = nil
    ) async -> (world: TestWorld, code: ExitCode) {
        let world = TestWorld(files: ["in.yaml": text], cluster: cluster, answer: answer)
        let code = await world.run([command, "--server=http://test.invalid", "-f", "in.yaml"] + words)
        return (world, code)
    }

    private func stored(_ name: String, on cluster: any Cluster) async throws -> Node {
        try await cluster.get(Self.type, namespace: "default", name: name)
    }

    @Test func theServerAppliesAndForgetsWhatIsGone() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (world, code) = await run(Self.service("a", more: "gateways: [mesh]"), on: cluster)
        #expect(code == .done, "\(world.errors)")
        #expect(world.output == "virtualservice.networking.istio.io/a serverside-applied\n")
        let (_, again) = await run(Self.service("a", host: "b"), on: cluster)
        #expect(again == .done)
        let spec = try await stored("a", on: cluster)["spec"]
        #expect(spec?["hosts"] == ["b"] && spec?["gateways"] == nil)
    }

    @Test func whatWeCreatedIsOursToApply() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (_, made) = await run(Self.service("a", more: "gateways: [mesh]"), command: "create", on: cluster)
        #expect(made == .done)
        let (diff, differs) = await run(Self.service("a", host: "b"), command: "diff", on: cluster)
        #expect(differs == .failed && diff.output.contains("-  gateways:\n-  - mesh\n"), "\(diff.errors)")
        let (world, code) = await run(Self.service("a", host: "b"), on: cluster)
        #expect(code == .done, "\(world.errors)")
        let after = try await stored("a", on: cluster)
        #expect(after["spec"]?["hosts"] == ["b"] && after["spec"]?["gateways"] == nil)
        #expect(after[["metadata", "managedFields"]]?.list?.map { $0["operation"] } == ["Apply"])
    }

    @Test func conflictsAreToldFieldByFieldAndCanBeForced() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await run(Self.service("a"), "--field-manager=ann", on: cluster)
        let (world, code) = await run(Self.service("a", host: "b"), on: cluster)
        #expect(code == .failed && world.output.isEmpty)
        #expect(world.errors.contains("\n  .spec.hosts: conflict with \"ann\"\n"), "\(world.errors)")
        #expect(world.errors.contains("--force-conflicts"))
        let (_, forced) = await run(Self.service("a", host: "b"), "--force-conflicts", on: cluster)
        #expect(forced == .done)
        #expect(try await stored("a", on: cluster)["spec"]?["hosts"] == ["b"])
    }

    @Test func onOurSideItSaysWhatHappened() async throws {
        let cluster = try await SandboxCluster.inMemory()
        for (text, word) in [
            (Self.service("a", more: "gateways: [mesh]"), "created"),
            (Self.service("a", more: "gateways: [mesh]"), "unchanged"), (Self.service("a"), "configured"),
        ] {
            let (world, code) = await run(text, "--server-side=false", on: cluster)
            #expect(code == .done && world.errors.isEmpty, "\(world.errors)")
            #expect(world.output == "virtualservice.networking.istio.io/a \(word)\n")
        }
        #expect(try await stored("a", on: cluster)["spec"]?["gateways"] == nil)
    }

    @Test func aServerThatCannotIsNotAskedTwice() async throws {
        let refusal = ClusterError.status(
            APIStatus(code: 415, reason: "UnsupportedMediaType", message: "unknown format"))
        let cluster = RecordingCluster(failing: [
            "patch apply virtualservices/default/a": refusal,
            "dry patch apply virtualservices/default/a": refusal,
        ])
        let (world, code) = await run(Self.service("a"), on: cluster)
        #expect(code == .done)
        #expect(world.output == "virtualservice.networking.istio.io/a created\n")
        #expect(world.errors == ApplyReport.fallback + "\n")
        #expect(
            await cluster.requests.suffix(3) == [
                "patch apply virtualservices/default/a", "get virtualservices/default/a",
                "create virtualservices/default/a",
            ])
    }

    @Test(arguments: [("client", 0), ("server", 1)]) func dryRunsKeepNothing(_ mode: String, _ count: Int)
        async throws
    {
        let cluster = try await SandboxCluster.inMemory()
        let (world, code) = await run(Self.service("a"), "--dry-run=\(mode)", "-o", "yaml", on: cluster)
        #expect(code == .done && world.output.contains("kind: VirtualService\n"))
        await #expect(throws: ClusterError.self) { try await stored("a", on: cluster) }
    }

    @Test func everythingIsValidatedFirst() async {
        let cluster = RecordingCluster()
        let (world, code) = await run(
            Self.service("a") + "---\n" + Self.service("b", more: "hots: []"), on: cluster)
        #expect(code == .badInput && world.errors.contains("in.yaml:15:"))
        #expect(await cluster.requests.isEmpty)
    }

    @Test func aFailureKeepsNoOtherFromBeingApplied() async throws {
        let error = ClusterError.status(APIStatus(code: 403, reason: "Forbidden", message: "no\u{1B}[31m"))
        let cluster = RecordingCluster(failing: ["patch apply virtualservices/default/a": error])
        let (world, code) = await run(
            Self.service("a") + "---\n" + Self.service("b"), "-o", "name", "--prune", "--all", on: cluster)
        #expect(code == .failed)
        #expect(world.output == "virtualservice.networking.istio.io/b\n")
        #expect(world.errors.contains("no\\x1b[31m") && world.errors.contains("1 of 2 objects"))
        #expect(world.errors.contains("nothing is pruned"))
        #expect(await cluster.requests.allSatisfy { !$0.hasPrefix("delete") })
    }

    @Test(arguments: [
        (["--prune"], "needs either --selector, or --all"), (["--all"], "with --prune only"),
        (["--prune", "--all", "-l", "a=b"], "needs either"), (["--field-manager="], "needs a name"),
        (["--prune", "--all", "--prune-allowlist=x"], "is not GROUP/VERSION/KIND"),
        (["--prune", "--all", "--prune-allowlist=core/v1/Servis"], "did you mean service"),
        (["--server-side=false", "--force-conflicts"], "--server-side only"),
    ])
    func wrongFlagsAreExplained(_ words: [String], _ reason: String) async {
        let cluster = RecordingCluster()
        let world = TestWorld(files: ["in.yaml": Self.service("a")], cluster: cluster)
        let code = await world.run(["apply", "--server=http://test.invalid", "-f", "in.yaml"] + words)
        #expect(code == .usage && world.errors.contains(reason), "\(world.errors)")
        #expect(await cluster.requests.allSatisfy { !$0.contains("patch") })
    }
}

/// What goes with `--prune`.
@Suite struct PruneTests {
    private func apply(
        _ names: String..., on cluster: any Cluster, flags: [String] = [], label: String = "x",
        answer: String? = nil
    ) async -> (world: TestWorld, code: ExitCode) {
        let text = names.map { ApplyTests.service($0, label: label) }.joined(separator: "---\n")
        let world = TestWorld(files: ["in.yaml": text], cluster: cluster, answer: answer)
        return (world, await world.run(["apply", "--server=http://test.invalid", "-f", "in.yaml"] + flags))
    }

    private func names(_ cluster: any Cluster) async throws -> [String] {
        let type = ResourceType(
            group: "networking.istio.io", version: "v1", plural: "virtualservices", kind: "VirtualService")
        let page = try await cluster.page(type, namespace: "default", ListOptions())
        return (page["items"]?.list ?? []).compactMap { $0[["metadata", "name"]]?.string }.sorted()
    }

    private let flags = ["--prune", "-l", "team=x"]

    @Test func onlyWhatWeAppliedWithTheLabelsGoes() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await apply("a", "b", on: cluster)
        _ = await apply("other-label", on: cluster, label: "y")
        _ = await apply("other-manager", on: cluster, flags: ["--field-manager=ann"])
        let (world, code) = await apply("a", on: cluster, flags: flags + ["--yes"])
        #expect(code == .done, "\(world.errors)")
        #expect(
            world.output == """
                virtualservice.networking.istio.io/a serverside-applied
                virtualservice.networking.istio.io/b pruned

                """)
        #expect(try await names(cluster) == ["a", "other-label", "other-manager"])
    }

    @Test func withoutATerminalNothingIsDeletedUnasked() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await apply("a", "b", on: cluster)
        let (world, code) = await apply("a", on: cluster, flags: flags)
        #expect(code == .failed && world.errors.contains("virtualservice.networking.istio.io/b in namespace"))
        #expect(world.errors.contains("--yes goes on without asking"))
        #expect(try await names(cluster) == ["a", "b"])
    }

    @Test(arguments: [("y", ["a"]), ("yes", ["a"]), ("n", ["a", "b"]), ("", ["a", "b"])])
    func aPersonIsAsked(_ answer: String, _ left: [String]) async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await apply("a", "b", on: cluster)
        let (world, code) = await apply("a", on: cluster, flags: flags, answer: answer)
        #expect(code == (left.count == 1 ? .done : .failed))
        #expect(world.errors.contains("Delete it? [y/N] "))
        #expect(try await names(cluster) == left)
    }

    @Test func aDryRunShowsWhatWouldGo() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await apply("a", "b", on: cluster)
        let (world, code) = await apply("a", on: cluster, flags: flags + ["--dry-run=server"])
        #expect(code == .done && world.output.contains("/b pruned (server dry run)\n"))
        #expect(try await names(cluster) == ["a", "b"])
    }

    @Test func theAllowlistBoundsTheTypes() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await apply("a", "b", on: cluster)
        let list = ["--yes", "--prune-allowlist=networking.istio.io/v1/Gateway"]
        let (world, code) = await apply("a", on: cluster, flags: flags + list)
        #expect(code == .done && !world.output.contains("pruned"))
    }
}

import Kubernetes
import Testing
import YAML

@testable import Commands

@Suite struct CreateTests {
    private static let rule = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: a}
        spec: {destination: {name: details}}

        """

    private func create(_ text: String, _ words: String..., on cluster: RecordingCluster) async -> (
        TestWorld, ExitCode
    ) {
        let world = TestWorld(files: ["in.yaml": text], cluster: cluster)
        let code = await world.run(["create", "--server", "http://test.invalid", "-f", "in.yaml"] + words)
        return (world, code)
    }

    @Test func createsAndReports() async {
        let cluster = RecordingCluster()
        let (world, code) = await create(Self.rule, on: cluster)
        #expect(code == .done)
        #expect(world.output == "Created config route-rule/default/a at revision 7\n")
        #expect(await cluster.requests == ["create routerules/default/a"])
    }

    @Test func oneWrongDocumentKeepsAllFromBeingSent() async {
        let cluster = RecordingCluster()
        let wrong = Self.rule.replacing("name: details}", with: "name: details}, retires: 3")
        let (world, code) = await create(Self.rule + "---\n" + wrong, on: cluster)
        #expect(code == .badInput)
        #expect(world.errors.contains("in.yaml:9:"))
        #expect(await cluster.requests.isEmpty)
    }

    @Test func otherKindsAreRefusedWithAWayOut() async {
        let cluster = RecordingCluster()
        let (world, code) = await create(
            Self.rule + "---\n{apiVersion: example.io/v1, kind: Widget, metadata: {name: w}}\n", on: cluster)
        #expect(code == .badInput)
        #expect(world.errors.contains("kind Widget is not known (example.io/v1)"))
        #expect(await cluster.requests.isEmpty)
    }

    @Test func anotherNamespaceThanAskedForIsRefused() async {
        let cluster = RecordingCluster()
        let text = Self.rule.replacing("{name: a}", with: "{name: a, namespace: books}")
        let (world, code) = await create(text, "-n", "shop", on: cluster)
        #expect(code == .badInput)
        #expect(world.errors.contains("--namespace=books"))
        #expect(await cluster.requests.isEmpty)
    }

    @Test func mixersKindsComeLastAndAreAskedFor() async {
        let denier = "apiVersion: config.istio.io/v1alpha2\nkind: denier\nmetadata: {name: deny}\nspec: {}\n"
        let list: Node = ["resources": [["name": "deniers", "kind": "denier"]]]
        let cluster = RecordingCluster(documents: ["/apis/config.istio.io/v1alpha2": list])
        let (_, code) = await create(denier + "---\n" + Self.rule, on: cluster)
        #expect(code == .done)
        let requests = await cluster.requests
        #expect(
            requests == [
                "document /apis/config.istio.io/v1alpha2", "create routerules/default/a",
                "create deniers/default/deny",
            ])
    }

    @Test func aBareDryRunSendsNothing() async {
        let cluster = RecordingCluster()
        let (world, code) = await create(Self.rule, "--dry-run", on: cluster)
        #expect(code == .done)
        #expect(world.output == "route-rule/default/a created (dry run)\n")
        #expect(await cluster.requests.isEmpty)
    }

    @Test func nothingToCreateIsBadInput() async {
        let (world, code) = await create("---\n# nothing\n", on: RecordingCluster())
        #expect(code == .badInput)
        #expect(world.errors == "Error: nothing to create\n")
    }
}

import Testing
import YAML

@testable import Commands

@Suite struct ValidateTests {
    private static let mixed = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: a}
        spec: {destination: {name: details}}
        ---
        apiVersion: example.io/v1
        kind: Widget
        metadata: {name: w}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: b}
        spec: {destination: {name: details}, precedense: 1}
        """

    private func validate(_ words: String..., text: String = mixed) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: ["in.yaml": text])
        return (world, await world.run(["validate"] + words))
    }

    @Test func findingsSkipsAndASummary() async {
        let (world, code) = await validate("-f", "in.yaml", "--offline")
        #expect(code == .badInput)
        #expect(world.output.contains("in.yaml:13:"))
        #expect(world.output.contains("in.yaml:6:1: skipped example.io/v1 Widget/w: "))
        #expect(world.output.hasSuffix("in.yaml: 1 valid, 1 invalid, 1 skipped\n"))
    }

    @Test func filesMayStandWithoutAFlag() async {
        let (world, code) = await validate("in.yaml", text: "")
        #expect(code == .done)
        #expect(world.output == "in.yaml: no objects\n")
    }

    @Test func machinesGetTheSame() async throws {
        let (world, code) = await validate("-f", "in.yaml", "-o", "json")
        #expect(code == .badInput)
        let report = try JSONReader.node(Array(world.output.utf8))
        #expect(report["apiVersion"] == "istioctl/v1")
        #expect(report["kind"] == "ValidationReport")
        #expect(report["valid"] == false)
        let file = report["files"]?.list?.first
        #expect(file?["valid"] == 1)
        #expect(file?["invalid"] == 1)
        #expect(file?["skipped"]?.list?.first?["line"] == 6)
        #expect(report["diagnostics"]?.list?.first?["line"] == 13)
    }

    @Test func noFilesIsWrongUsage() async {
        let (_, code) = await validate()
        #expect(code == .usage)
    }
}

import Testing
import YAML

@testable import Commands

@Suite struct ConvertTests {
    private static let rule = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: a}
        spec: {destination: {name: details}, precedence: 1, route: [{labels: {version: v1}}]}
        """

    private func convert(_ words: String..., text: String = rule) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: ["in.yaml": text])
        return (world, await world.run(["convert", "-f", "in.yaml"] + words))
    }

    @Test func objectsGoToOutputAndLossesToErrors() async {
        let (world, code) = await convert()
        #expect(code == .done)
        let kinds = YAMLReader.documents(in: Source(name: "", world.output)).map { $0.root["kind"]?.string }
        #expect(kinds == ["DestinationRule", "VirtualService"])
        #expect(world.errors.contains("in.yaml:4:50: RouteRule/a spec.precedence changed: "))
        #expect(world.errors.contains("fields carried"))
    }

    @Test func jsonIsAList() async throws {
        let (world, _) = await convert("-o", "json", "--report", "none")
        #expect(try JSONReader.node(Array(world.output.utf8))["items"]?.list?.count == 2)
        #expect(world.errors.isEmpty)
    }

    @Test func theReportCanBeAFileForMachines() async throws {
        let (world, _) = await convert("--report=report.json")
        let report = try JSONReader.node(Array((world.files.text("report.json") ?? "").utf8))
        #expect(report["kind"] == "ConversionReport")
        let label = report["outcomes"]?.list?.first { $0["path"] == "spec.route[0].labels.version" }
        #expect(label?["line"] == 4)
        #expect(label?["targets"]?.list?.first?["path"] == "spec.subsets[0].labels.version")
        #expect(world.errors.isEmpty)
    }

    @Test func inputThatIsWrongIsRefusedWithItsPlace() async {
        let (world, code) = await convert(
            text: Self.rule + "\nstatus: {}\n---\nkind: RouteRule\nmetadata: {name: b}")
        #expect(code == .badInput)
        #expect(world.output.isEmpty)
        #expect(world.errors.contains("in.yaml:7:1: error: "))
    }

    @Test func theNamespaceOfTheFlagIsAssumedAndWritten() async {
        let (world, _) = await convert("-n", "shop")
        #expect(world.output.contains("namespace: shop"))
    }

    @Test func theNameOfThenStillWorks() async {
        let world = TestWorld(files: ["in.yaml": Self.rule])
        #expect(await world.run(["x", "convert-networking-config", "-f", "in.yaml"]) == .done)
        #expect(world.output.contains("kind: VirtualService"))
    }

    @Test func anUnknownTargetIsWrongUsage() async {
        let (world, code) = await convert("--to", "nginx")
        #expect(code == .usage)
        #expect(world.errors.contains("v1"))
    }
}

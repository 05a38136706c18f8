import FoundationEssentials
import IstioAPI
import Schema
import TestSupport
import Testing
import YAML

@testable import Commands

/// What this repository ships and generates is clean by its own measure.
@Suite struct CleanInputTests {
    /// The texts of all samples but those that are wrong on purpose, by their paths.
    private static func samples(_ folder: String) throws -> [String: String] {
        let root = Repository.root + "/samples/" + folder
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) where path.hasSuffix(".yaml") {
            let bytes = try #require(Repository.bytes(of: "\(root)/\(path)"))
            files["\(folder)/\(path)"] = String(decoding: bytes, as: UTF8.self)
        }
        return files
    }

    @Test(arguments: ["bookinfo", "fortio"]) func samplesAreClean(folder: String) async throws {
        let files = try Self.samples(folder)
        #expect(files.count > 2)
        let names = files.keys.sorted()
        let validating = TestWorld(files: files)
        let flags = names.flatMap { ["-f", $0] }
        #expect(await validating.run(["validate"] + flags + ["-o", "json"]) == .done)
        let report = try JSONReader.node(Array(validating.output.utf8))
        #expect(report["diagnostics"] == [], "\(validating.output)")
    }

    /// As somebody applies them: the platform, where the versions are, and one rule; or everything at once.
    @Test(arguments: ["all-v1.yaml", "reviews-mirror.yaml", nil]) func samplesMakeACleanMesh(rule: String?)
        async throws
    {
        let folders = rule == nil ? ["bookinfo", "fortio"] : ["bookinfo"]
        let files = try folders.reduce(into: [String: String]()) { files, folder in
            files.merge(try Self.samples(folder)) { a, _ in a }
        }
        let names = files.keys.sorted().filter { name in
            guard let rule else { return true }
            return ["platform.yaml", "today/destinations.yaml", "today/\(rule)"].contains(
                where: name.hasSuffix)
        }
        let world = TestWorld(files: files)
        let code = await world.run(["analyze", "--use-kube=false"] + names)
        #expect(code == .done, "\(world.output)\(world.errors)")
        #expect(world.output.contains("[IST") == false, "\(world.output)")
    }

    @Test func generatedDefinitionsAreClean() async throws {
        // Of the kinds that Istio has removed it is right to say so.
        let text = Catalog.resources.filter { $0.kind.generation == .today }.map {
            YAMLWriter.text(Catalog.definition(of: $0.kind))
        }.joined(separator: "---\n")
        let validating = TestWorld(files: ["crds.yaml": text])
        #expect(await validating.run(["validate", "-f", "crds.yaml", "-o", "json"]) == .done)
        let report = try JSONReader.node(Array(validating.output.utf8))
        #expect(report["diagnostics"] == [], "\(validating.output)")
        let analyzing = TestWorld(files: ["crds.yaml": text])
        #expect(await analyzing.run(["analyze", "--use-kube=false", "crds.yaml"]) == .done)
        #expect(analyzing.output.contains("IST") == false, "\(analyzing.output)")
    }
}

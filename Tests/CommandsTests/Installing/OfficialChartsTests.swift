import Chart
import Installation
import Kubernetes
import TestSupport
import Testing
import YAML

@testable import Commands

#if canImport(Glibc)
    import Glibc
#endif

/// What the official charts of Istio make: the variable ISTIO_CHARTS names the folder `manifests` of a
/// release. Those of 1.30.3 agree.
@Suite struct OfficialChartsTests {
    private static var folder: String? {
        guard let path = getenv("ISTIO_CHARTS").map({ String(cString: $0) }), !path.isEmpty else {
            print("note: ISTIO_CHARTS is not set, Istio's charts are not rendered")
            return nil
        }
        return path
    }

    private static func run(_ words: [String]) async -> TestWorld {
        let test = TestWorld()
        var world = test.world
        world.environment = Environment(
            variables: [:], homeDirectory: nil, files: DiskFiles(), processes: NoProcesses())
        _ = await Program.run(words, in: world)
        return test
    }

    /// A case's words with its files found where they are.
    private static func words(_ recorded: ManifestCase) -> [String] {
        recorded.arguments.map { $0.hasPrefix("files/") ? "\(ManifestCase.folder)/\($0)" : $0 }
    }

    @Test func objectsComeInUpstreamsOrder() async throws {
        guard let folder = Self.folder else { return }
        for recorded in try ManifestCase.all(of: "own") {
            let world = await Self.run(["manifest", "generate", "-d", folder] + Self.words(recorded))
            let found = ManifestCase.documents(Array(world.output.utf8)).map { object in
                let metadata = object["metadata"]
                return "\(object["kind"]?.string ?? "")/\(metadata?["namespace"]?.string ?? "")/"
                    + "\(metadata?["name"]?.string ?? "")"
            }
            #expect(found == recorded.node["expectedObjects"]?.list?.compactMap(\.string), "\(recorded.id)")
        }
    }

    @Test func chartsMakeWhatHelmMakes() async throws {
        guard let folder = Self.folder else { return }
        for recorded in try ManifestCase.all(of: "helm") {
            let values = recorded.documents("valuesFile").first?[["spec", "values"]] ?? .emptyMap
            var words = [
                "x", "template", "\(folder)/charts/\(recorded.text("chart") ?? "")",
                recorded.text("release") ?? "",
                "-n", recorded.text("namespace") ?? "", "--kube-version", recorded.text("kubeVersion") ?? "",
                "--skip-schema-validation", "--set-json", JSONWriter.text(values),
            ]
            if recorded.node["isUpgrade"]?.bool == true { words.append("--is-upgrade") }
            let world = await Self.run(words)
            let objects = ManifestCase.documents(Array(world.output.utf8))
            for wanted in recorded.documents("golden") {
                let found = objects.first {
                    $0["kind"] == wanted["kind"] && $0["metadata"]?["name"] == wanted["metadata"]?["name"]
                }
                #expect(found?.comparable == wanted.comparable, "\(recorded.id) \(world.errors)")
            }
        }
    }
}

import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Analysis

/// Whatever the objects hold, the analysis ends with findings or without, and never with a trap.
@Suite struct FuzzTests {
    private static let words = [
        "null", "-1", "9223372036854775808", "1e400", "[", "{}", "{a: b}", "~", "\"\"", "*", "..", "/",
        "*.svc.cluster.local", ".svc.cluster.local", "metadata", "spec", "1337", "\u{1F600}", "---\n",
    ]

    @Test func spoiledMeshes() {
        let examples = (Analyzer.all + Analyzer.optional).flatMap(\.examples).map { Marked($0.text).text }
        var mutator = Mutator(seed: 7, texts: examples, words: Self.words)
        for _ in 0..<Mutator.inputs(400) {
            let texts = [mutator.next(), mutator.next()]
            let sources = texts.map { Source(name: "fuzz.yaml", text: $0) }
            let objects = MeshInput(sources).objects + MeshObject.assumedGateway
            for coverage in [MeshSnapshot.Coverage.files, .everything, .cluster(unreadable: [.service])] {
                let mesh = MeshSnapshot(objects, coverage: coverage)
                let result = Analysis.run(mesh, analyzers: Analyzer.all + Analyzer.optional)
                #expect(result.findings.allSatisfy { !$0.message.isEmpty })
            }
        }
    }
}

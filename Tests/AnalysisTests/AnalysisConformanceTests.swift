import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import YAML

@testable import Analysis

/// Same codes about the same objects as Istio 1.30's analyzers, each run alone over whole meshes.
@Suite struct AnalysisConformanceTests {
    @Test func findingsAgree() throws {
        guard let cases = try RecordedAnalysis.all() else { return }
        let differences = Repository.differences(from: "1.30")
        var agreeing = 0
        var different = 0
        for recorded in cases {
            let found = recorded.answer()
            let reason = differences[recorded.id]
            if found == recorded.expected {
                agreeing += 1
                if reason != nil { Issue.record("\(recorded.id): listed as different, but agrees") }
            } else if reason != nil {
                different += 1
            } else {
                Issue.record(
                    "\(recorded.id): \(recorded.analyzer)\n  lacks \(minus(recorded.expected, found))\n  has \(minus(found, recorded.expected))"
                )
            }
        }
        print("analyze: \(agreeing) agree, \(different) differ on purpose")
    }

    private func minus(_ a: [String], _ b: [String]) -> [String] {
        var rest = b
        return a.filter { item in
            guard let index = rest.firstIndex(of: item) else { return true }
            rest.remove(at: index)
            return false
        }
    }
}

/// A run of one analyzer over files, as `../shared/conformance/istio-1.30/analyze` records it.
struct RecordedAnalysis {
    let id: String
    let analyzer: String
    let files: [String]
    let meshConfigFile: String?
    let meshNetworksFile: String?
    /// `IST0101 VirtualService default/reviews`, sorted. Istio merges findings of which it does not know the
    /// line.
    let expected: [String]

    static let folder = Repository.root + "/../shared/conformance/istio-1.30/analyze"

    /// Nil, with a note, where the recordings are not at hand.
    static func all() throws -> [RecordedAnalysis]? {
        guard let bytes = Repository.bytes(of: "\(folder)/cases.jsonl") else {
            print("note: the recorded analyses are absent, nothing is compared")
            return nil
        }
        return try bytes.split(separator: UInt8(ascii: "\n")).compactMap {
            RecordedAnalysis(try JSONReader.node(Array($0)))
        }
    }

    private init?(_ node: Node) {
        guard node["mode"] == "analyzer" else { return nil }
        id = node["id"]?.string ?? ""
        analyzer = node["analyzer"]?.string ?? ""
        files = node["inputFiles"]?.list?.compactMap(\.string) ?? []
        meshConfigFile = node["meshConfigFile"]?.string
        meshNetworksFile = node["meshNetworksFile"]?.string
        expected =
            (node["expected"]?.list ?? []).map { line in
                "\(line["code"]?.string ?? "") \(line["resource"]?.string ?? "")"
            }.uniqued
    }

    /// What this program finds.
    func answer() -> [String] {
        let sources = files.map { Source(name: $0, text: Repository.bytes(of: "\(Self.folder)/\($0)") ?? []) }
        let networks = meshNetworksFile.flatMap(document).map {
            MeshObject(meshNetworks: $0, namespace: "istio-system")
        }
        let objects = MeshInput(sources).withoutSystem.objects + MeshObject.assumedGateway
        let mesh = MeshSnapshot(
            objects + [networks].compactMap { $0 },
            meshConfig: meshConfigFile.flatMap(document)?.root ?? .emptyMap, now: .now)
        let chosen = (Analyzer.all + Analyzer.optional).filter { $0.name == analyzer }
        return Analysis.run(mesh, analyzers: chosen).findings.map {
            "\($0.code) \($0.subject?.description ?? "")"
        }.uniqued
    }

    private func document(_ path: String) -> Document? {
        let source = Source(name: path, text: Repository.bytes(of: "\(Self.folder)/\(path)") ?? [])
        return YAMLReader.documents(in: source).first
    }
}

extension [String] {
    fileprivate var uniqued: [String] { Set(self).sorted() }
}

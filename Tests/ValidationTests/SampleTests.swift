import FoundationEssentials
import Testing
import YAML

@testable import Validation

/// Every file in `samples/` is right, but for those in `samples/invalid`, which are wrong as they say.
@Suite struct SampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "samples").path()

    static var files: [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    private func verdicts(_ name: String) throws -> [Verdict] {
        let text = try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)"))
        return YAMLReader.map(Source(name: name, text: Array(text))) { Validation.check($0) }
    }

    @Test(arguments: files.filter { !$0.hasPrefix("invalid/") })
    func isRight(_ name: String) throws {
        let verdicts = try verdicts(name)
        #expect(verdicts.flatMap(\.diagnostics) == [])
        #expect(verdicts.flatMap(\.items).allSatisfy { $0.kind != nil }, "a kind that is not known")
    }

    @Test(arguments: files.filter { $0.hasPrefix("invalid/") })
    func isWrong(_ name: String) throws {
        let verdicts = try verdicts(name)
        #expect(verdicts.contains { $0.hasErrors })
        #expect(verdicts.flatMap(\.diagnostics).allSatisfy { $0.position?.mark.isKnown == true })
    }
}

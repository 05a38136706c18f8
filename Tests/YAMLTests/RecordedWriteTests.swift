import Testing

@testable import YAML

/// The real 0.7.1 was recorded writing objects; what it wrote, read and written again by us, is the same
/// text.
@Suite struct RecordedWriteTests {
    /// Quoted on purpose: other readers take these for something else than a string.
    static let differences: Set = [
        "yaml/output-string-035", "yaml/output-string-127", "yaml/output-key-019",
    ]

    @Test func objectsAreWrittenAsRecorded() throws {
        var compared = 0
        for recorded in try Recorded.cases("yaml").filter({ $0.id.hasPrefix("yaml/output-") }) {
            guard recorded.succeeded, recorded.output.hasPrefix("apiVersion"),
                recorded.output.hasSuffix("---\n")
            else { continue }
            let text = String(recorded.output.dropLast(4))
            guard let document = YAMLReader.documents(in: Source(name: recorded.id, text)).first else {
                continue
            }
            #expect(document.problems.isEmpty, "\(recorded.id)")
            let written = YAMLWriter.text(document.root)
            let isSame = written == text || Self.differences.contains(recorded.id)
            #expect(isSame, "\(recorded.id):\n\(text)\nbut ours:\n\(written)")
            let again = YAMLReader.documents(in: Source(name: "again", written))
            #expect(again.map(\.root) == [document.root], "\(recorded.id)")
            compared += 1
        }
        print("\(compared) recorded objects compared")
    }
}

import Testing

@testable import YAML

/// The real 0.7.1 was recorded reading each of these texts: Mixer objects pass their spec on to the server as
/// parsed.
@Suite struct RecordedReadTests {
    /// Refused on purpose: 0.7.1 let the last of two equal keys win.
    static let refused: Set = [
        "yaml/input-duplicate-key", "yaml/input-duplicate-key-nested", "yaml/input-key-bool",
    ]
    /// Read on purpose: the escape `\\/`, which YAML took from JSON, and which 0.7.1 did not know.
    static let accepted: Set = ["yaml/input-scalar-076", "yaml/input-scalar-in-list-076"]

    @Test func specsAreReadAsRecorded() throws {
        for recorded in try Recorded.cases("yaml").filter({ $0.id.hasPrefix("yaml/input-") }) {
            let documents = YAMLReader.documents(in: Source(name: recorded.id, recorded.text))
            let flawed = documents.contains { !$0.problems.isEmpty }
            if Self.refused.contains(recorded.id) {
                #expect(flawed && recorded.succeeded, "\(recorded.id) is no difference")
            } else if Self.accepted.contains(recorded.id) {
                #expect(!flawed && !recorded.succeeded, "\(recorded.id) is no difference")
            } else if recorded.succeeded {
                #expect(!flawed, "\(recorded.id): \(documents.flatMap(\.problems))")
                #expect(documents.map { $0.root["spec"] ?? .null } == recorded.specs, "\(recorded.id)")
            } else {
                #expect(flawed, "\(recorded.id) was refused")
            }
        }
    }
}

import Schema
import Testing
import YAML

@testable import IstioAPI

/// The kinds of 0.7.1 have the fields that the reference lists for them: names, types, one-ofs, enumerations,
/// order. What must be given the validators decide, and their verdicts were recorded.
@Suite struct LegacyReferenceTests {
    /// RbacConfig is younger than the reference, which describes 0.7.1's own vocabulary.
    private static let absent: Set<String> = ["RbacConfig"]

    @Test func fieldsAreTheSame() throws {
        guard let bytes = Reference.bytes("generation-0.7.md") else { return }
        let sections = MessageTable.sections(String(decoding: bytes, as: UTF8.self))
        for resource in Catalog.resources where resource.kind.generation == .classic {
            let name = resource.kind.name
            if Self.absent.contains(name) { continue }
            let section = try #require(sections.first { $0.messages[name] != nil }, "\(name) is not listed")
            var seen: Set<String> = []
            #expect(section.differences(resource.fields, &seen) == [])
        }
    }
}

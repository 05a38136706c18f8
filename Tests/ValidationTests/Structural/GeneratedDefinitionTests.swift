import IstioAPI
import Schema
import TestSupport
import Testing
import YAML

@testable import Validation

/// The CustomResourceDefinitions that are made of the declarations accept and refuse what Istio's own do.
@Suite struct GeneratedDefinitionTests {
    /// The schema of each of today's kinds, unfolded once.
    private static let schemas: [String: StructuralSchema] = Dictionary(
        uniqueKeysWithValues: Catalog.resources.filter { $0.kind.generation == .today }.map { resource in
            let definition = Catalog.definition(of: resource.kind)
            let version = definition[["spec", "versions"]]?.list?.first
            return (resource.kind.name, StructuralSchema(version?[["schema", "openAPIV3Schema"]] ?? .null))
        })

    @Test func structuresRefuseTheSameDocuments() throws {
        guard let bytes = Repository.bytes(of: "\(TodayCase.folder)/cases.jsonl") else {
            return print("note: the recorded verdicts of Istio 1.30 are absent, nothing is compared")
        }
        var agreeing = 0
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let recorded = try JSONReader.node(Array(line))
            guard recorded["mode"] == "document", let kind = recorded["kind"]?.string,
                let schema = Self.schemas[kind], let text = recorded["document"]?.string,
                recorded["expandRepeat"]?.bool != true
            else { continue }
            let documents = YAMLReader.documents(in: Source(name: "case", text))
            guard documents.count == 1, documents.allSatisfy({ $0.problems.isEmpty }) else { continue }
            var unknown: Set<String> = []
            let object = schema.defaulted(
                schema.pruned(documents[0].root) { path in
                    if path.hasPrefix("spec") { unknown.insert(path) }
                })
            let expected = Set((recorded["crdStructural"]?.list ?? []).compactMap(\.string).map(Self.place))
            // The recording left the keys of lists and the sizes of maps to the server.
            let problems = schema.problems(of: object).filter {
                $0.reason != "FieldValueDuplicate" && !$0.message.contains("at least 1 properties")
            }
            let found = Set(problems.map(\.path)).union(unknown)
            #expect(
                found.isEmpty == expected.isEmpty && expected.isSubset(of: found),
                "\(recorded["id"]?.string ?? ""): found \(found), not \(expected)")
            agreeing += 1
        }
        print("generated definitions: \(agreeing) documents compared")
        #expect(agreeing > 300)
    }

    /// `spec.port` of `spec.port: required`.
    private static func place(_ text: String) -> String { String(text.prefix { $0 != ":" }) }

    @Test(arguments: Catalog.resources.map { $0.kind })
    func definitionsAreValidObjects(_ kind: Kind) throws {
        let definition = Catalog.definition(of: kind)
        let document = YAMLReader.documents(
            in: Source(name: "definition", YAMLWriter.text(definition)))[0]
        #expect(document.problems.isEmpty)
        #expect(document.root == definition, "the text reads as what it was written from")
        #expect(Validation.check(document).diagnostics.map(\.message) == [])
    }
}

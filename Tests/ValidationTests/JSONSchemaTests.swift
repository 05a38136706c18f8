import FoundationEssentials
import Glibc
import IstioAPI
import Schema
import TestSupport
import Testing
import YAML

@testable import Validation

/// The JSON Schemas of all kinds, judged by Python's jsonschema where it is installed: they are schemas, they
/// take every sample that our validation takes, and refuse what it refuses for its shape.
@Suite struct JSONSchemaTests {
    private static let program = """
        import json, sys, warnings
        warnings.simplefilter("ignore")
        from jsonschema import Draft202012Validator as Validator
        for kind in json.load(open(sys.argv[1])):
            Validator.check_schema(kind["schema"])
            validator = Validator(kind["schema"])
            for one in kind["valid"]:
                for error in validator.iter_errors(one):
                    print(kind["name"], "refuses", one["metadata"]["name"], error.json_path, error.message)
            for one in kind["invalid"]:
                if validator.is_valid(one):
                    print(kind["name"], "takes", json.dumps(one["spec"]))
        """

    @Test func anotherValidatorAgrees() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schemas-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path()
        guard system("python3 -c 'import jsonschema' 2>\(path)/errors") == 0 else {
            return print("note: skipped, Python has no jsonschema")
        }
        let kinds = try kinds()
        #expect(kinds.contains { ($0["valid"]?.list ?? []).count > 3 }, "the samples were not found")
        try Data(Self.program.utf8).write(to: folder.appending(path: "judge.py"))
        try Data(JSONWriter.bytes(Node(kinds))).write(to: folder.appending(path: "kinds.json"))
        let command = "python3 \(path)/judge.py \(path)/kinds.json"
        let status = system("\(command) >\(path)/output 2>\(path)/errors")
        let output = try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
        let errors = try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
        #expect(status == 0, "\(errors)")
        #expect(output == "")
    }

    private func kinds() throws -> [Node] {
        let samples = try Self.samples()
        return Catalog.resources.map { resource in
            let kind = resource.kind
            let valid = samples.filter { $0.kind == kind }.map(\.node)
            var entry: Node = [
                "name": "\(kind.generation) \(kind.name)",
                "schema": JSONSchema.schema(of: kind, spec: resource), "valid": Node(valid),
            ]
            let head: Node = [
                "apiVersion": Node(kind.apiVersion()), "kind": Node(kind.name), "metadata": ["name": "a"],
            ]
            entry.set("invalid", Node(Self.misshapen(resource).map { head.setting("spec", $0) }))
            return entry
        }
    }

    /// Specs with an unknown field, and with each field of a wrong type.
    private static func misshapen(_ resource: any Resource.Type) -> [Node] {
        let wrong: Node = [[["no": "such"]]]
        let fields = resource.fields.all.map { Node([.init($0.name, wrong)]) }
        return [["noSuchField": 1]] + fields
    }

    private static func samples() throws -> [(kind: Kind, node: Node)] {
        var result: [(kind: Kind, node: Node)] = []
        for name in SampleTests.files {
            let path = "\(SampleTests.folder)/\(name)"
            let source = Source(name: name, text: Repository.bytes(of: path) ?? [])
            for document in YAMLReader.documents(in: source) {
                for item in Validation.check(document).items {
                    if let kind = item.kind, case .valid = item.outcome { result.append((kind, item.node)) }
                }
            }
        }
        return result
    }
}

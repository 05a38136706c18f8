import Testing
import YAML

@testable import Schema

struct JSONSchemaTests {
    private let schema = JSONSchema.schema(of: Orchard.kind, spec: Orchard.self)

    @Test func fixesKindAndVersions() {
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["properties"]?["kind"] == ["const": "Orchard"])
        #expect(schema["properties"]?["apiVersion"] == ["enum": ["farm.example/v1", "farm.example/v1beta1"]])
        #expect(schema["properties"]?["spec"] == ["$ref": "#/$defs/v1.Orchard"])
    }

    @Test func definesEachMessageOnce() {
        #expect(schema["$defs"]?.map?.map(\.key) == ["v1.Orchard", "v1.Tree", "Size"])
        let tree = schema["$defs"]?["v1.Tree"]
        #expect(tree?[["properties", "grafts", "items"]] == ["$ref": "#/$defs/v1.Tree"])
        #expect(tree?["required"] == ["kind"])
        #expect(tree?["additionalProperties"] == false)
    }

    @Test func carriesDefaultsAndDeprecation() {
        let properties = schema[["$defs", "v1.Orchard", "properties"]]
        #expect(properties?["soil"]?["default"] == "CLAY")
        #expect(properties?["oldName"]?["deprecated"] == true)
        #expect(properties?["open_for"] == nil)
    }

    @Test func knowsOldNamesOfTheClassicGeneration() {
        let kind = Kind("farm.example", "v1", name: "Orchard", plural: "orchards", generation: .classic)
        let classic = JSONSchema.schema(of: kind, spec: Orchard.self)
        #expect(classic["properties"]?["apiVersion"] == ["const": "farm.example/v1"])
        #expect(classic[["$defs", "v1.Orchard", "properties", "open_for", "deprecated"]] == true)
    }
}

import Testing
import YAML

@testable import Schema

struct OpenAPITests {
    private let schema = OpenAPI.schema(of: Orchard.self)

    private func property(_ name: String) -> Node? { schema["properties"]?[name] }

    @Test func describesFieldsWithTypesAndBounds() {
        #expect(
            property("owner") == [
                "type": "string", "description": "Whom it belongs to. At least 2. At most 8.", "minLength": 2,
                "maxLength": 8,
            ])
        #expect(property("trees")?["minItems"] == 1)
        #expect(property("labels")?["maxProperties"] == 2)
        #expect(property("area")?["minimum"] == 0.5)
        #expect(property("area")?["maximum"] == 100)
        #expect(property("gates")?["items"] == ["type": "string", "enum": ["SAND", "CLAY", "PEAT"]])
        #expect(property("fenced")?["type"] == "boolean")
        #expect(property("openFor")?["x-kubernetes-validations"]?.list?.count == 1)
    }

    @Test func saysWhatIsRequiredAndWhatExcludes() {
        #expect(schema["required"] == ["owner"])
        #expect(
            schema["oneOf"] == [
                ["not": ["anyOf": [["required": ["bySize"]], ["required": ["byAge"]]]]],
                ["required": ["bySize"]],
                ["required": ["byAge"]],
            ])
    }

    @Test func cutsMessagesWithinThemselves() {
        let graft = schema[["properties", "trees", "items", "properties", "grafts", "items"]]
        #expect(graft?["x-kubernetes-preserve-unknown-fields"] == true)
        #expect(graft?["properties"] == nil)
    }

    @Test func takesNumbersAndOldNamesInTheClassicGeneration() {
        let schema = OpenAPI.schema(of: Orchard.self, generation: .classic)
        #expect(schema["x-kubernetes-preserve-unknown-fields"] == true)
        #expect(schema["properties"]?["soil"]?["x-kubernetes-int-or-string"] == true)
        #expect(schema["properties"]?["leaves"]?["x-kubernetes-int-or-string"] == true)
    }

    @Test func writesAWholeDefinition() throws {
        let definition = OpenAPI.definition(of: Orchard.kind, spec: Orchard.self)
        #expect(definition["metadata"]?["name"] == "orchards.farm.example")
        let spec = try #require(definition["spec"])
        #expect(spec["scope"] == "Namespaced")
        #expect(spec["names"]?["shortNames"] == ["or"])
        let versions = try #require(spec["versions"]?.list)
        #expect(versions.map { $0["name"] } == ["v1", "v1beta1"])
        #expect(versions.map { $0["storage"] } == [true, false])
        #expect(
            versions[0]["additionalPrinterColumns"] == [
                ["name": "Trees", "type": "string", "jsonPath": ".spec.trees"],
                ["name": "Age", "type": "date", "jsonPath": ".metadata.a", "priority": 1],
            ])
        #expect(versions[0][["schema", "openAPIV3Schema", "properties", "spec"]] == schema)
    }

    @Test func takesAnySpecOfAnUndeclaredKind() {
        let kind = Kind("config.istio.io", "v1alpha2", name: "rule", plural: "rules", namespaced: false)
        let spec = OpenAPI.definition(of: kind, spec: nil)["spec"]
        #expect(spec?["scope"] == "Cluster")
        let schema = spec?["versions"]?.list?.first?[[
            "schema", "openAPIV3Schema", "properties", "spec",
        ]]
        #expect(schema == ["type": "object", "x-kubernetes-preserve-unknown-fields": true])
    }
}

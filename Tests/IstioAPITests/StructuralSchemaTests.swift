import Testing
import YAML

@testable import IstioAPI
@testable import Schema

/// The definitions that we derive are ones that a Kubernetes API server takes: the rules for structural
/// schemas of `apiextensions.k8s.io/v1`.
@Suite struct StructuralSchemaTests {
    @Test(arguments: Catalog.resources.map { $0.kind })
    func definitionsAreStructural(_ kind: Kind) throws {
        let definition = OpenAPI.definition(of: kind, spec: Catalog.resource(for: kind))
        #expect(definition[["metadata", "name"]]?.string == "\(kind.plural).\(kind.group)")
        let versions = definition[["spec", "versions"]]?.list ?? []
        #expect(versions.filter { $0["storage"] == true }.count == 1)
        for version in versions {
            let schema = try #require(version["schema"]?["openAPIV3Schema"])
            #expect(schema["type"] == "object")
            #expect(StructuralCheck.problems(schema) == [], "\(kind.name)")
        }
    }

    /// `$defs` of JSON Schema and the end of recursion both go by these names.
    @Test func messagesOfAKindHaveNamesOfTheirOwn() {
        for resource in Catalog.resources {
            var known: [String: MessageFields] = [:]
            Self.collect(resource.fields, &known, resource.kind.name)
        }
    }

    private static func collect(
        _ fields: MessageFields, _ known: inout [String: MessageFields], _ kind: String
    ) {
        if let other = known[fields.name] {
            #expect(other === fields, "\(kind): two messages are called \(fields.name)")
            return
        }
        known[fields.name] = fields
        for field in fields.all {
            if let inner = field.messageFields { collect(inner, &known, kind) }
        }
    }
}

private enum StructuralCheck {
    private static let forbidden = [
        "$ref", "$schema", "$id", "id", "definitions", "dependencies", "deprecated", "discriminator",
        "patternProperties", "readOnly", "writeOnly", "xml", "const", "title",
    ]
    /// What may not stand within `oneOf`, `anyOf`, `allOf` and `not`.
    private static let outsideOnly = [
        "description", "type", "default", "additionalProperties", "nullable", "x-kubernetes-int-or-string",
        "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations", "x-kubernetes-list-type",
        "x-kubernetes-list-map-keys",
    ]

    static func problems(_ schema: Node, at path: String = "") -> [String] {
        var result = forbidden.filter { schema[$0] != nil }.map { "\(path): has \($0)" }
        let isOpen = schema["x-kubernetes-preserve-unknown-fields"] == true
        let isEither = schema["x-kubernetes-int-or-string"] == true
        switch schema["type"]?.string {
        case nil: if !isOpen && !isEither { result.append("\(path): has no type") }
        case "array"?: if schema["items"]?.map == nil { result.append("\(path): has no items") }
        case "object"?, "string"?, "integer"?, "number"?, "boolean"?: break
        case let other?: result.append("\(path): has the type \(other)")
        }
        if isEither, schema["type"] != nil { result.append("\(path): has a type and is int or string") }
        if schema["uniqueItems"] == true { result.append("\(path): wants unique items") }
        let properties = schema["properties"]?.map
        if let values = schema["additionalProperties"] {
            if properties != nil { result.append("\(path): has properties of both kinds") }
            if values.map == nil { result.append("\(path): additionalProperties is no schema") }
            result += problems(values, at: path + "{}")
        }
        if let items = schema["items"] { result += problems(items, at: path + "[]") }
        for entry in properties ?? [] { result += problems(entry.value, at: "\(path).\(entry.key)") }
        let names = Set((properties ?? []).map(\.key))
        for name in required(schema) where !names.contains(name) {
            result.append("\(path): requires \(name), which it does not have")
        }
        for key in ["oneOf", "anyOf", "allOf"] {
            for part in schema[key]?.list ?? [] { result += junction(part, names, at: "\(path)|\(key)") }
        }
        if let part = schema["not"] { result += junction(part, names, at: "\(path)|not") }
        return result
    }

    private static func junction(_ schema: Node, _ names: Set<String>, at path: String) -> [String] {
        var result = (outsideOnly + forbidden).filter { schema[$0] != nil }.map { "\(path): has \($0)" }
        let mentioned = required(schema) + (schema["properties"]?.map ?? []).map(\.key)
        for name in mentioned where !names.contains(name) {
            result.append("\(path): speaks of \(name), which is no property")
        }
        for key in ["oneOf", "anyOf", "allOf"] {
            for part in schema[key]?.list ?? [] { result += junction(part, names, at: "\(path)|\(key)") }
        }
        if let part = schema["not"] { result += junction(part, names, at: "\(path)|not") }
        return result
    }

    private static func required(_ schema: Node) -> [String] {
        schema["required"]?.list?.compactMap(\.string) ?? []
    }
}

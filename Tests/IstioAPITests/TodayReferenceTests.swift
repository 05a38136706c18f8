import Schema
import Testing
import YAML

@testable import IstioAPI

/// Today's kinds are what the custom resource definitions of Istio 1.30 say they are.
@Suite struct TodayReferenceTests {
    @Test func kindsAreNamedServedAndShownAlike() throws {
        guard let definitions = Reference.definitions() else { return }
        for definition in definitions {
            let spec = try #require(definition["spec"])
            let names = try #require(spec["names"])
            let name = names["kind"]?.string ?? ""
            let kind = try #require(
                Catalog.kind(group: spec["group"]?.string ?? "", name: name, generation: .today), "\(name)")
            #expect(kind.plural == names["plural"]?.string)
            #expect(kind.singular == names["singular"]?.string)
            #expect(kind.shortNames == names["shortNames"]?.list?.compactMap(\.string) ?? [], "\(name)")
            #expect(kind.isNamespaced == (spec["scope"] == "Namespaced"))
            let versions = spec["versions"]?.list ?? []
            #expect(Set(kind.versions) == Set(versions.compactMap { $0["name"]?.string }), "\(name)")
            let required = versions.first?[["schema", "openAPIV3Schema", "required"]]
            #expect((required == ["spec"]) == (Catalog.resource(for: kind)?.requiresSpec ?? false), "\(name)")
            let columns = versions.first?["additionalPrinterColumns"]?.list ?? []
            #expect(
                kind.columns.map { "\($0.title) \($0.path)" }
                    == columns.map { "\($0["name"]?.string ?? "") \($0["jsonPath"]?.string ?? "")" },
                "\(name)")
        }
        let known = Set(definitions.compactMap { $0[["spec", "names", "kind"]]?.string })
        for resource in Catalog.resources where resource.kind.generation == .today {
            #expect(known.contains(resource.kind.name))
        }
    }

    @Test(arguments: Catalog.resources.filter { $0.kind.generation == .today }.map { $0.kind })
    func fieldsAreTheSame(_ kind: Kind) throws {
        guard let definitions = Reference.definitions() else { return }
        let resource = try #require(Catalog.resource(for: kind))
        let definition = try #require(
            definitions.first { $0[["spec", "names", "kind"]]?.string == kind.name })
        for version in definition[["spec", "versions"]]?.list ?? [] {
            let theirs = version[["schema", "openAPIV3Schema", "properties", "spec"]] ?? .null
            let differences = SchemaComparison.differences(OpenAPI.schema(of: resource), theirs)
            #expect(differences == [], "\(kind.name) \(version["name"]?.string ?? "")")
        }
    }
}

/// The rules in CEL stand where those of Istio's definitions stand, as many at each place.
@Suite struct ServerRuleReferenceTests {
    @Test(arguments: Catalog.resources.filter { $0.kind.generation == .today }.map { $0.kind })
    func rulesStandAtTheSamePlaces(_ kind: Kind) throws {
        guard let definitions = Reference.definitions() else { return }
        let theirs = try #require(definitions.first { $0[["spec", "names", "kind"]]?.string == kind.name })
        #expect(Self.places(Catalog.definition(of: kind)) == Self.places(theirs))
    }

    /// How many rules there are at each path of the first version.
    private static func places(_ definition: Node) -> [String: Int] {
        let schema = definition[["spec", "versions"]]?.list?.first?[["schema", "openAPIV3Schema"]]
        var places: [String: Int] = [:]
        collect(schema ?? .null, "", &places)
        return places
    }

    private static func collect(_ schema: Node, _ path: String, _ places: inout [String: Int]) {
        if let rules = schema["x-kubernetes-validations"]?.list { places[path] = rules.count }
        for entry in schema["properties"]?.map ?? [] {
            collect(entry.value, "\(path).\(entry.key)", &places)
        }
        if let items = schema["items"] { collect(items, path + "[]", &places) }
        if let values = schema["additionalProperties"] { collect(values, path + "{}", &places) }
    }
}

/// Compares two structural schemas by what they accept; words do not count.
private enum SchemaComparison {
    private static let scalars = [
        "type", "format", "minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength",
        "minProperties", "maxProperties", "pattern", "x-kubernetes-int-or-string",
        "x-kubernetes-preserve-unknown-fields",
    ]

    static func differences(_ ours: Node, _ theirs: Node, at path: String = "spec") -> [String] {
        var result: [String] = []
        for key in scalars where ours[key] != theirs[key] {
            result.append("\(path): \(key) is \(text(ours[key])), not \(text(theirs[key]))")
        }
        for key in ["enum", "required"] where words(ours[key]) != words(theirs[key]) {
            result.append("\(path): \(key) is \(text(ours[key])), not \(text(theirs[key]))")
        }
        if exclusions(ours) != exclusions(theirs) {
            result.append("\(path): excludes \(exclusions(ours)), not \(exclusions(theirs))")
        }
        for key in ["items", "additionalProperties"] {
            switch (ours[key], theirs[key]) {
            case (nil, nil): break
            case (let ours?, let theirs?): result += differences(ours, theirs, at: "\(path)[]")
            default: result.append("\(path): \(key) is \(text(ours[key])), not \(text(theirs[key]))")
            }
        }
        let (own, other) = (ours["properties"]?.map ?? [], theirs["properties"]?.map ?? [])
        for entry in own where !other.contains(where: { $0.key == entry.key }) {
            result.append("\(path).\(entry.key) is not in the reference")
        }
        for entry in other {
            if let mine = own.first(where: { $0.key == entry.key }) {
                result += differences(mine.value, entry.value, at: "\(path).\(entry.key)")
            } else {
                result.append("\(path).\(entry.key) is missing")
            }
        }
        return result
    }

    private static func words(_ node: Node?) -> [String] { (node?.list?.compactMap(\.string) ?? []).sorted() }

    /// The groups of fields of which one may be given.
    private static func exclusions(_ schema: Node) -> Set<Set<String>> {
        var groups: Set<Set<String>> = []
        if let members = schema["oneOf"]?.list {
            let group = Set(members.flatMap { words($0["required"]) })
            // A group of one excludes nothing.
            if group.count > 1 { groups.insert(group) }
        }
        for part in schema["allOf"]?.list ?? [] { groups.formUnion(exclusions(part)) }
        return groups
    }

    private static func text(_ node: Node?) -> String {
        node.map { JSONWriter.text($0, style: .compact) } ?? "absent"
    }
}

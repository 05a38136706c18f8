import IstioAPI
import Schema
import YAML

/// The lists of Istio's kinds whose items have keys, as the declarations say it in the schemas that are made
/// of them.
enum DeclaredLists {
    static func keys(of kind: Kind, at path: [String]) -> [FieldLayout.Key]? {
        known["\(kind.group)/\(kind.plural)"]?[path]
    }

    /// Found once: unfolding all schemas takes some milliseconds.
    private static let known: [String: [[String]: [FieldLayout.Key]]] = {
        var known: [String: [[String]: [FieldLayout.Key]]] = [:]
        for resource in Catalog.resources where resource.kind.generation == .today {
            var found: [[String]: [FieldLayout.Key]] = [:]
            collect(OpenAPI.schema(of: resource), ["spec"], into: &found)
            known["\(resource.kind.group)/\(resource.kind.plural)"] = found
        }
        return known
    }()

    private static func collect(
        _ schema: Node, _ path: [String], into found: inout [[String]: [FieldLayout.Key]]
    ) {
        if schema["x-kubernetes-list-type"]?.string == "map" {
            let names = schema["x-kubernetes-list-map-keys"]?.list?.compactMap(\.string) ?? []
            found[path] = names.map { FieldLayout.Key(name: $0) }
            // Lists within lists that are one value are never looked at.
            collect(schema["items"] ?? .null, path, into: &found)
        }
        for entry in schema["properties"]?.map ?? [] {
            collect(entry.value, path + [entry.key], into: &found)
        }
    }
}

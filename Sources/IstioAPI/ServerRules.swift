package import Schema
package import YAML

/// What a structural schema cannot say of Istio's kinds, in CEL, so that API servers refuse it even where no
/// webhook is asked (`x-kubernetes-validations` of Istio 1.30's definitions). The same is checked, with
/// places and better words, by `Validation`.
enum ServerRules {
    struct Rule {
        /// From the object on; `[]` are items of a list, `{}` values of a map, and a leading `*` is anything.
        let path: String
        /// nil for all kinds.
        var kinds: Set<String>?
        let expression: String
        let message: String
    }

    /// A schema with the rules for a kind.
    static func add(to schema: Node, of kind: String) -> Node {
        let rules = all.filter { $0.kinds?.contains(kind) ?? true }
        return visit(schema, "", rules)
    }

    private static func visit(_ schema: Node, _ path: String, _ rules: [Rule]) -> Node {
        var result = schema
        if let properties = schema["properties"]?.map {
            let visited = properties.map { entry in
                Node.Entry(
                    entry.key, visit(entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)", rules))
            }
            result.set("properties", Node(visited))
        }
        if let items = schema["items"] { result.set("items", visit(items, path + "[]", rules)) }
        if let values = schema["additionalProperties"], values.map != nil {
            result.set("additionalProperties", visit(values, path + "{}", rules))
        }
        let found = rules.filter { rule in
            rule.path.hasPrefix("*") ? path.hasSuffix(rule.path.dropFirst()) : path == rule.path
        }
        if !found.isEmpty {
            let known = result["x-kubernetes-validations"]?.list ?? []
            let added = found.map { rule -> Node in
                ["rule": Node(rule.expression), "message": Node(rule.message)]
            }
            result.set("x-kubernetes-validations", Node(known + added))
        }
        return result
    }

    private static let all = selection + ports + addresses + services + authentication + filters
}

extension Catalog {
    /// The CustomResourceDefinition of a kind, made of its declaration.
    package static func definition(of kind: Kind) -> Node {
        let definition = OpenAPI.definition(of: kind, spec: resource(for: kind))
        guard kind.generation == .today else { return definition }
        var result = definition
        let versions = (definition[["spec", "versions"]]?.list ?? []).map { version in
            var version = version
            let place = ["schema", "openAPIV3Schema"]
            version.set(path: place, version[place].map { ServerRules.add(to: $0, of: kind.name) })
            return version
        }
        result.set(path: ["spec", "versions"], Node(versions))
        return result
    }
}

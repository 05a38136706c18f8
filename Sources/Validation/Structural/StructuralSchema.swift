package import YAML

/// The schema of a CustomResourceDefinition (`openAPIV3Schema` of apiextensions.k8s.io/v1): what it asks of a
/// value, fills in and cuts off. CEL rules (`x-kubernetes-validations`) are not among it.
package struct StructuralSchema: Sendable {
    package enum ValueType: String, Sendable { case object, array, string, integer, number, boolean }

    /// nil where any type will do.
    package let type: ValueType?
    let isIntOrString: Bool
    let isNullable: Bool
    /// In the order of the document.
    let properties: [(name: String, schema: StructuralSchema)]
    /// Of fields that are not named: one schema, or none. (A struct cannot hold itself.)
    let additional: [StructuralSchema]
    /// Of a list: one schema, or none when the items are not described.
    let items: [StructuralSchema]
    let required: [String]
    package let defaultValue: Node?
    /// Fields that are not named are kept, not cut off.
    let keepsUnknown: Bool
    /// A whole object of Kubernetes, with `apiVersion`, `kind` and `metadata`.
    let isEmbeddedResource: Bool
    /// The limits on values, looked up by name.
    let limits: Node
    let allOf: [StructuralSchema]
    let anyOf: [StructuralSchema]
    let oneOf: [StructuralSchema]
    let not: [StructuralSchema]

    /// Nesting beyond this is cut off from a schema.
    private static let deepest = 64

    /// Reads a schema; what it does not understand says nothing.
    package init(_ node: Node) { self.init(node, depth: 0) }

    private init(_ node: Node, depth: Int) {
        func schemas(_ list: [Node]?) -> [StructuralSchema] {
            depth < Self.deepest ? (list ?? []).map { StructuralSchema($0, depth: depth + 1) } : []
        }
        func list(_ field: String) -> [StructuralSchema] { schemas(node[field]?.list) }
        type = node["type"]?.string.flatMap(ValueType.init)
        isIntOrString = node["x-kubernetes-int-or-string"]?.bool ?? false
        isNullable = node["nullable"]?.bool ?? false
        let named = depth < Self.deepest ? node["properties"]?.map ?? [] : []
        properties = named.map { ($0.key, StructuralSchema($0.value, depth: depth + 1)) }
        let others = node["additionalProperties"]
        additional = schemas(others.flatMap { $0.map == nil ? nil : [$0] })
        items = schemas(node["items"].map { [$0] })
        required = (node["required"]?.list ?? []).compactMap(\.string)
        defaultValue = node["default"]
        keepsUnknown = node["x-kubernetes-preserve-unknown-fields"]?.bool == true || others?.bool == true
        isEmbeddedResource = node["x-kubernetes-embedded-resource"]?.bool ?? false
        limits = Node((node.map ?? []).filter { Self.limitNames.contains($0.key) })
        allOf = list("allOf")
        anyOf = list("anyOf")
        oneOf = list("oneOf")
        not = schemas(node["not"].map { [$0] })
    }

    private static let limitNames: Set<String> = [
        "enum", "format", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties",
        "maxProperties", "x-kubernetes-list-type", "x-kubernetes-list-map-keys", "x-kubernetes-map-type",
    ]

    package func property(_ name: String) -> StructuralSchema? {
        properties.first { $0.name == name }?.schema
    }
}

// MARK: How places are merged

extension StructuralSchema {
    /// The schema of a place that is named by fields only: lists on the way mean their items.
    package func place(_ path: some Sequence<String>) -> StructuralSchema? {
        path.reduce(self as StructuralSchema?) { schema, name in
            guard let schema else { return nil }
            let owner = schema.items.first ?? schema
            return owner.property(name) ?? owner.additional.first
        }
    }

    /// The fields that tell the items of a list apart; nil for a list that is one value. Empty for a set.
    package var listKeys: [String]? {
        switch limits["x-kubernetes-list-type"]?.string {
        case "map": (limits["x-kubernetes-list-map-keys"]?.list ?? []).compactMap(\.string)
        case "set": []
        default: nil
        }
    }

    /// Whether a map is one value.
    package var isAtomicMap: Bool { limits["x-kubernetes-map-type"]?.string == "atomic" }
}

// MARK: What it fills in and cuts off

extension StructuralSchema {
    /// The value with the defaults of fields that are not there. A null where none is allowed counts as not
    /// there when there is a default.
    package func defaulted(_ node: Node) -> Node {
        switch node.content {
        case .map:
            var result = node
            for (name, schema) in properties {
                let value = node[name]
                if let value, !value.isNull || schema.isNullable {
                    result.set(name, schema.defaulted(value))
                } else if let standard = schema.defaultValue {
                    result.set(name, schema.defaulted(standard))
                }
            }
            guard let schema = additional.first else { return result }
            let entries = (result.map ?? []).map { entry in
                property(entry.key) == nil
                    ? Node.Entry(entry.key, schema.defaulted(entry.value), at: entry.keyMark) : entry
            }
            return Node(.map(entries), at: node.mark)
        case .list(let values):
            guard let schema = items.first else { return node }
            return Node(.list(values.map(schema.defaulted)), at: node.mark)
        default: return node
        }
    }

    /// The value without fields that the schema does not know. `dropped` is told their paths.
    package func pruned(_ node: Node, at path: String = "", dropped: (String) -> Void = { _ in }) -> Node {
        switch node.content {
        case .map(let entries):
            let kept = entries.compactMap { entry -> Node.Entry? in
                let place = path.isEmpty ? entry.key : "\(path).\(entry.key)"
                if let schema = property(entry.key) ?? additional.first {
                    let value = schema.pruned(entry.value, at: place, dropped: dropped)
                    return Node.Entry(entry.key, value, at: entry.keyMark)
                }
                if keepsUnknown || isEmbeddedResource && Self.embedded.contains(entry.key) {
                    return entry
                }
                dropped(place)
                return nil
            }
            return Node(.map(kept), at: node.mark)
        case .list(let values):
            guard let schema = items.first else { return node }
            let kept = values.enumerated().map { index, value in
                schema.pruned(value, at: "\(path)[\(index)]", dropped: dropped)
            }
            return Node(.list(kept), at: node.mark)
        default: return node
        }
    }

    private static let embedded: Set<String> = ["apiVersion", "kind", "metadata"]
}

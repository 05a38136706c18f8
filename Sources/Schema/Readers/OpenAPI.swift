package import YAML

/// Structural OpenAPI v3 schemas and whole custom resource definitions, as `apiextensions.k8s.io/v1` has
/// them.
package struct OpenAPI {
    private let generation: Generation

    /// The schema of one message, everything within it unfolded.
    package static func schema(of type: any Message.Type, generation: Generation = .today) -> Node {
        OpenAPI(generation: generation).message(type.fields, within: [])
    }

    /// The definition of a kind with all its served versions, the preferred one stored. Without a declared
    /// `spec`,
    /// any spec is taken.
    package static func definition(of kind: Kind, spec: (any Message.Type)?) -> Node {
        let open: Node = ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
        let needsSpec = (spec as? any Resource.Type)?.requiresSpec ?? false
        let spec = spec.map { schema(of: $0, generation: kind.generation) } ?? open
        var object: Node = ["type": "object", "properties": ["spec": spec, "status": open]]
        if needsSpec { object.set("required", ["spec"]) }
        let versions = kind.versions.enumerated().map { version(kind, $1, isStored: $0 == 0, object) }
        var names: Node = [
            "kind": Node(kind.name), "listKind": Node(kind.name + "List"), "plural": Node(kind.plural),
            "singular": Node(kind.singular), "categories": ["istio-io"],
        ]
        if !kind.shortNames.isEmpty { names.set("shortNames", Node(kind.shortNames.map { Node($0) })) }
        return [
            "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": ["name": "\(kind.plural).\(kind.group)"],
            "spec": [
                "group": Node(kind.group), "names": names,
                "scope": kind.isNamespaced ? "Namespaced" : "Cluster", "versions": Node(versions),
            ],
        ]
    }

    private static func version(_ kind: Kind, _ name: String, isStored: Bool, _ schema: Node) -> Node {
        var version: Node = [
            "name": Node(name), "served": true, "storage": Node(isStored),
            "schema": ["openAPIV3Schema": schema], "subresources": ["status": .emptyMap],
        ]
        if !kind.columns.isEmpty {
            version.set("additionalPrinterColumns", Node(kind.columns.map(\.definition)))
        }
        return version
    }

    private func message(_ fields: MessageFields, within: Set<String>) -> Node {
        var entries: [Node.Entry] = [
            .init("type", "object"), .init("description", Node(fields.doc)),
        ]
        // A schema in a definition cannot refer to itself: a message within itself is left open.
        guard !within.contains(fields.name) else {
            return Node(entries + [.init("x-kubernetes-preserve-unknown-fields", true)])
        }
        let within = within.union([fields.name])
        entries.append(.init("properties", Node(fields.all.map { .init($0.name, field($0, within)) })))
        // The classic generation also knows the names in snake case, which must not be pruned.
        if generation == .classic { entries.append(.init("x-kubernetes-preserve-unknown-fields", true)) }
        return Node(entries + fields.requirement + fields.exclusions)
    }

    private func field(_ field: AnyField, _ within: Set<String>) -> Node {
        var schema = field.bounding(shape(field.shape, within))
        schema.set("description", Node(field.description))
        for case .listKey(let name) in field.rules {
            schema.set("x-kubernetes-list-type", "map")
            schema.set("x-kubernetes-list-map-keys", [Node(name)])
        }
        for case .minimumMilliseconds(let least) in field.rules {
            schema.set(
                "x-kubernetes-validations",
                [
                    [
                        "rule": "duration(self) >= duration('\(least)ms')",
                        "message": "must be at least \(least)ms",
                    ]
                ])
        }
        return schema
    }

    private func shape(_ shape: Shape, _ within: Set<String>) -> Node {
        switch shape {
        case .string, .duration: ["type": "string"]
        case .bool: ["type": "boolean"]
        case .bytes: ["type": "string", "format": "byte"]
        case .timestamp: ["type": "string", "format": "date-time"]
        case .int32: ["type": "integer", "format": "int32"]
        case .uint32: ["type": "integer", "minimum": 0, "maximum": 4_294_967_295]
        case .int64 where generation == .classic, .uint64 where generation == .classic,
            .choice where generation == .classic:
            ["x-kubernetes-int-or-string": true]
        case .int64: ["type": "integer", "format": "int64"]
        case .uint64: ["type": "integer", "minimum": 0]
        case .float: ["type": "number", "format": "float"]
        case .double: ["type": "number", "format": "double"]
        case .any: ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
        case .value: ["x-kubernetes-preserve-unknown-fields": true]
        case .choice(let choice): ["type": "string", "enum": Node(choice.names.map { Node($0) })]
        case .wrapped(let scalar): self.shape(scalar, within)
        case .list(let item): ["type": "array", "items": self.shape(item, within)]
        case .map(.value): ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
        case .map(let item): ["type": "object", "additionalProperties": self.shape(item, within)]
        case .message(let type): message(type.fields, within: within)
        }
    }
}

extension Kind.Column {
    fileprivate var definition: Node {
        var column: Node = [
            "name": Node(title), "type": isDate ? "date" : "string", "jsonPath": Node(path),
        ]
        if isWide { column.set("priority", 1) }
        return column
    }
}

package import YAML

/// JSON Schema (draft 2020-12) of a kind, for editors.
package struct JSONSchema {
    private let generation: Generation
    private var definitions: [Node.Entry] = []
    private var known: Set<String> = []

    /// The schema of a whole object; messages are in `$defs`, so that they may contain themselves.
    package static func schema(of kind: Kind, spec: any Message.Type) -> Node {
        var reader = JSONSchema(generation: kind.generation)
        let spec = reader.reference(spec.fields)
        let versions = kind.versions.map { Node(kind.apiVersion($0)) }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": Node(kind.name),
            "type": "object", "required": ["apiVersion", "kind", "metadata"],
            "properties": [
                "apiVersion": versions.count == 1 ? ["const": versions[0]] : ["enum": Node(versions)],
                "kind": ["const": Node(kind.name)], "metadata": metadata, "spec": spec,
                "status": ["type": "object"],
            ],
            "additionalProperties": false, "$defs": Node(reader.definitions),
        ]
    }

    private static let metadata: Node = [
        "type": "object",
        "properties": [
            "name": ["type": "string"], "namespace": ["type": "string"], "labels": strings,
            "annotations": strings,
        ],
    ]

    private static let strings: Node = ["type": "object", "additionalProperties": ["type": "string"]]

    private init(generation: Generation) { self.generation = generation }

    private mutating func reference(_ fields: MessageFields) -> Node {
        if known.insert(fields.name).inserted {
            let index = definitions.count
            // The place is taken first, so that the definitions stand in the order of first use.
            definitions.append(.init(fields.name, .null))
            definitions[index].value = message(fields)
        }
        return ["$ref": Node("#/$defs/" + fields.name)]
    }

    private mutating func message(_ fields: MessageFields) -> Node {
        var properties: [Node.Entry] = []
        for field in fields.all {
            let schema = self.field(field)
            properties.append(.init(field.name, schema))
            if generation == .classic, field.protoName != field.name {
                properties.append(.init(field.protoName, schema.setting("deprecated", true)))
            }
        }
        return Node(
            [
                .init("type", "object"), .init("description", Node(fields.doc)),
                .init("properties", Node(properties)), .init("additionalProperties", false),
            ] + fields.requirement + fields.exclusions)
    }

    private mutating func field(_ field: AnyField) -> Node {
        var schema = field.bounding(shape(field.shape))
        schema.set("description", Node(field.description))
        if let fallback = field.fallback { schema.set("default", fallback) }
        if field.deprecation != nil { schema.set("deprecated", true) }
        return schema
    }

    private mutating func shape(_ shape: Shape) -> Node {
        switch shape {
        case .string: ["type": "string"]
        case .bool: ["type": "boolean"]
        case .bytes: ["type": "string", "contentEncoding": "base64"]
        case .timestamp: ["type": "string", "format": "date-time"]
        case .duration: ["type": "string", "pattern": Node(Self.durationPattern)]
        case .int32: ["type": "integer", "minimum": Node(Int32.min), "maximum": Node(Int32.max)]
        case .uint32: ["type": "integer", "minimum": 0, "maximum": Node(UInt32.max)]
        case .int64, .uint64: generation == .classic ? ["type": ["integer", "string"]] : ["type": "integer"]
        case .float, .double: ["type": "number"]
        case .any: ["type": "object", "required": ["@type"]]
        case .value: .emptyMap
        case .choice(let choice): ["enum": Node(choice.names.map { Node($0) })]
        case .wrapped(let scalar): self.shape(scalar)
        case .list(let item): ["type": "array", "items": self.shape(item)]
        case .map(let item): ["type": "object", "additionalProperties": self.shape(item)]
        case .message(let type): reference(type.fields)
        }
    }

    private static let durationPattern = #"^[-+]?(0|(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"#
}

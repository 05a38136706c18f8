import YAML

/// The schemas as OpenAPI 2 has them, in JSON or in the protobuf form that kubectl asks for when it checks
/// lists by itself (gnostic's `openapi.v2.Document`).
struct SwaggerDocument {
    static let protobufType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf"

    let info: Node
    /// By name.
    let definitions: Node

    init(info: Node, definitions: Node) {
        self.info = info
        self.definitions = Node(
            (definitions.map ?? []).map { Node.Entry($0.key, Self.plain($0.value, isWhole: true)) })
    }

    var node: Node { ["swagger": "2.0", "info": info, "paths": .emptyMap, "definitions": definitions] }

    var protobuf: [UInt8] {
        var writer = ProtobufWriter()
        writer.text(1, "2.0")
        writer.message(2) { part in
            part.text(1, info["title"]?.string ?? "")
            part.text(2, info["version"]?.string ?? "")
        }
        writer.message(8) { _ in }
        writer.message(9) { part in Self.write(schemas: definitions, field: 1, to: &part) }
        return writer.bytes
    }

    // MARK: What version 2 cannot say

    private static let unknown: Set = ["oneOf", "anyOf", "not", "nullable"]

    /// A schema in version 2: no alternatives, and no fields of what may have any.
    private static func plain(_ schema: Node, isWhole: Bool = false) -> Node {
        let isOpen = schema["x-kubernetes-preserve-unknown-fields"]?.bool == true
        let isEither = schema["x-kubernetes-int-or-string"]?.bool == true
        var entries: [Node.Entry] = []
        for entry in schema.map ?? [] where !unknown.contains(entry.key) {
            var entry = entry
            switch entry.key {
            case "properties", "items", "additionalProperties", "required":
                if isOpen { continue }
                entry.value = part(entry.key, entry.value)
            case "type" where (isOpen && !isWhole) || isEither: continue
            default: break
            }
            entries.append(entry)
        }
        return Node(entries)
    }

    private static func part(_ key: String, _ value: Node) -> Node {
        switch key {
        case "properties": Node((value.map ?? []).map { Node.Entry($0.key, plain($0.value)) })
        case "required": value
        default: value.map == nil ? value : plain(value)
        }
    }

    // MARK: Protobuf

    private static let texts = ["$ref": 1, "format": 2, "title": 3, "description": 4, "pattern": 13]

    private static func write(schemas: Node, field: Int, to writer: inout ProtobufWriter) {
        for entry in schemas.map ?? [] {
            writer.message(field) { named in
                named.text(1, entry.key)
                named.message(2) { write(schema: entry.value, to: &$0) }
            }
        }
    }

    /// What kubectl reads: references, types, fields, and the extensions of Kubernetes. Bounds are left to
    /// the server.
    private static func write(schema: Node, to writer: inout ProtobufWriter) {
        for entry in schema.map ?? [] {
            if let field = texts[entry.key] {
                writer.text(field, entry.value.string ?? "")
            } else if entry.key.hasPrefix("x-") {
                writer.message(31) { named in
                    named.text(1, entry.key)
                    named.message(2) { $0.text(2, JSONWriter.text(entry.value, style: .compact)) }
                }
            } else {
                write(entry.key, entry.value, to: &writer)
            }
        }
    }

    private static func write(_ key: String, _ value: Node, to writer: inout ProtobufWriter) {
        switch key {
        case "required": for name in value.list ?? [] { writer.text(19, name.string ?? "") }
        case "additionalProperties":
            writer.message(21) { item in
                if let isAllowed = value.bool {
                    item.number(2, isAllowed ? 1 : 0)
                } else {
                    item.message(1) { write(schema: value, to: &$0) }
                }
            }
        case "type": writer.message(22) { $0.text(1, value.string ?? "") }
        case "items": writer.message(23) { $0.message(1) { write(schema: value, to: &$0) } }
        case "properties": writer.message(25) { write(schemas: value, field: 1, to: &$0) }
        default: break
        }
    }
}

import Kubernetes
import Schema
import YAML

/// The types of Kubernetes' own kinds as OpenAPI schemas that refer to each other, with what clients need to
/// merge patches: `x-kubernetes-patch-merge-key` and its like.
struct KubernetesSchemas {
    /// Where schemas stand in the document: `#/components/schemas/` or `#/definitions/`.
    let base: String

    /// `io.k8s.api.core.v1.PodSpec`.
    static func name(_ message: MessageType) -> String {
        if message.group == "meta" { return "io.k8s.apimachinery.pkg.apis.meta.v1.\(message.name)" }
        return "io.k8s.api.\(message.group.split(separator: "/").joined(separator: ".")).\(message.name)"
    }

    /// A kind's message and all that it refers to, by their names.
    func schemas(from root: MessageType) -> [String: Node] {
        var found: [String: Node] = [:]
        var waiting = [root]
        while let message = waiting.popLast() {
            guard found[Self.name(message)] == nil else { continue }
            let fields = message.json.all
            found[Self.name(message)] = schema(message, fields)
            waiting += fields.compactMap(\.type.message)
        }
        return found
    }

    private func schema(_ message: MessageType, _ fields: [MessageType.Field]) -> Node {
        let properties = fields.map { Node.Entry($0.name, schema($0)) }
        var result: Node = ["type": "object", "properties": Node(properties)]
        let required = fields.filter { $0.isRequired && !Self.isFilledIn($0.name) }.map { Node($0.name) }
        if !required.isEmpty { result.set("required", Node(required)) }
        return result
    }

    /// Fields that Go always writes, and servers fill in.
    private static func isFilledIn(_ name: String) -> Bool { name == "status" || name == "creationTimestamp" }

    private func schema(_ field: MessageType.Field) -> Node {
        var schema = self.schema(field.type)
        var strategies: [String] = []
        if field.retainsKeys { strategies.append("retainKeys") }
        if field.isMerged {
            strategies.append("merge")
            if let key = field.mergeKey, field.type.message != nil {
                schema.set("x-kubernetes-patch-merge-key", Node(key))
            }
        }
        if !strategies.isEmpty {
            schema.set("x-kubernetes-patch-strategy", Node(strategies.joined(separator: ",")))
        }
        switch field.merging {
        case .usual: break
        case .set: schema.set("x-kubernetes-list-type", "set")
        case .keyed(let keys):
            schema.set("x-kubernetes-list-type", "map")
            schema.set("x-kubernetes-list-map-keys", Node(keys.map { Node($0) }))
        case .atomic:
            let isList = if case .list = field.type { true } else { false }
            schema.set(isList ? "x-kubernetes-list-type" : "x-kubernetes-map-type", "atomic")
        }
        return schema
    }

    private func schema(_ type: MessageType.FieldType) -> Node {
        switch type {
        case .string, .quantity, .duration: ["type": "string"]
        case .time, .microTime: ["type": "string", "format": "date-time"]
        case .bytes: ["type": "string", "format": "byte"]
        case .bool: ["type": "boolean"]
        case .int: ["type": "integer", "format": "int64"]
        case .double: ["type": "number", "format": "double"]
        case .intOrString: ["type": "string", "format": "int-or-string", "x-kubernetes-int-or-string": true]
        case .raw, .any: ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
        case .message(let reference):
            reference.type.map { ["$ref": Node(base + Self.name($0))] } ?? ["type": "object"]
        case .list(let item): ["type": "array", "items": schema(item)]
        case .map(let item): ["type": "object", "additionalProperties": schema(item)]
        }
    }
}

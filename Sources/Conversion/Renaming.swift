import IstioAPI
import Schema
import Validation
import YAML

/// Spells the fields of 0.7.1's kinds in camel case: that generation also took `http_req_timeout`.
enum Renaming {
    static func canonicalNames(_ item: CheckedItem) -> Node {
        guard let kind = item.kind, kind.generation == .classic, let resource = Catalog.resource(for: kind),
            let spec = item.node["spec"]
        else { return item.node }
        return item.node.setting("spec", renamed(spec, resource.fields))
    }

    private static func renamed(_ message: Node, _ fields: MessageFields) -> Node {
        guard case .map(let entries) = message.content else { return message }
        let renamed = entries.map { entry -> Node.Entry in
            guard let field = fields.field(named: entry.key) ?? fields.field(protoNamed: entry.key) else {
                return entry
            }
            // Given in both spellings, camel case wins.
            let isTwin = field.name != entry.key && entries.contains { $0.key == field.name }
            if isTwin { return entry }
            return Node.Entry(field.name, value(entry.value, field.shape), at: entry.keyMark)
        }
        return Node(.map(renamed), at: message.mark)
    }

    private static func value(_ node: Node, _ shape: Shape) -> Node {
        switch (shape, node.content) {
        case (.message(let type), _): return renamed(node, type.fields)
        case (.list(let item), .list(let items)):
            return Node(.list(items.map { value($0, item) }), at: node.mark)
        case (.map(let item), .map(let entries)):
            return Node(
                .map(entries.map { .init($0.key, value($0.value, item), at: $0.keyMark) }), at: node.mark)
        default: return node
        }
    }
}

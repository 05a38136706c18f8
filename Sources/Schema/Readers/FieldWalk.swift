/// The way along field names into a declaration, as `explain` and completion take it: lists, maps and
/// wrappers are
/// passed through, so `http.route.weight` needs no indices; those given are ignored.
struct FieldWalk {
    /// The names of a dotted path, without indices: `http[0].route` is `http`, `route`.
    static func names(_ path: some StringProtocol) -> [String] {
        path.split(separator: ".", omittingEmptySubsequences: false).map { part in
            String(part.prefix { $0 != "[" })
        }
    }

    /// The field at the end of `names`, which must not be empty, starting at `fields`.
    static func field(_ names: [String], in fields: MessageFields) throws(UnknownPath) -> AnyField {
        var message: MessageFields? = fields
        var found: AnyField?
        for name in names {
            guard let here = message else {
                throw UnknownPath(name: name, parent: found?.name ?? "", hint: nil)
            }
            guard let field = here.field(named: name) ?? here.field(protoNamed: name) else {
                throw UnknownPath(name: name, parent: here.name, among: here.all.map(\.name))
            }
            found = field
            message = field.shape.innermost.fields
        }
        guard let found else { throw UnknownPath(name: "", parent: fields.name, hint: nil) }
        return found
    }
}

extension Shape {
    /// The shape within lists, maps and wrappers.
    var innermost: Shape {
        switch self {
        case .list(let item), .map(let item), .wrapped(let item): item.innermost
        default: self
        }
    }

    /// The fields of a message; nil for everything else.
    var fields: MessageFields? { if case .message(let type) = self { type.fields } else { nil } }

    /// As `explain` names the type: `[]string`, `map[string]Subset`.
    var typeName: String {
        switch self {
        case .string, .choice: "string"
        case .bool: "boolean"
        case .bytes: "base64 text"
        case .int32, .uint32, .int64, .uint64: "integer"
        case .float, .double: "number"
        case .duration: "duration"
        case .timestamp: "time"
        case .any: "any message"
        case .value: "any value"
        case .wrapped(let scalar): scalar.typeName
        case .list(let item): "[]" + item.typeName
        case .map(let item): "map[string]" + item.typeName
        case .message(let type): type.fields.name
        }
    }
}

import YAML

/// What a struct of Go is made of: its fields, their names in Go and in JSON, and their types.
struct StructShape: Sendable {
    indirect enum Kind: Sendable {
        case text, bool, int(GoType.SignedWidth), uint32, strings, stringMap
        case structure(StructShape)
        /// A pointer to a struct, nil where it is absent.
        case optional(StructShape)
        /// A list of structs, or of pointers to them.
        case list(StructShape, ofPointers: Bool)
        /// A pointer to a duration, or to a value in a message of its own, of protobuf.
        case duration, boolValue, intValue
        case enumeration(String, [Int64: String])
        /// Anything else, as JSON has it: nobody asks for its type.
        case plain
    }

    struct Field: Sendable {
        let name: String
        let jsonName: String
        let kind: Kind
        /// JSON has it even where it is zero.
        let isAlwaysShown: Bool
    }

    let typeName: String
    let fields: [Field]
    /// A message of protobuf has a getter for each field, which does without the message.
    let isMessage: Bool

    init(_ typeName: String, isMessage: Bool = false, _ fields: [Field]) {
        self.typeName = typeName
        self.fields = fields
        self.isMessage = isMessage
    }

    /// The struct of an object, which may lack any field.
    func value(_ node: Node?) -> StructValue {
        let fields = fields.map { field in
            StructValue.Field(Text(field.name), field.kind.value(node?[field.jsonName]))
        }
        let getters = fields.map { field in
            Function("Get" + field.name.string, returns: field.value.type ?? .any) { _ in field.value }
        }
        return StructValue(
            typeName, fields, methods: isMessage ? getters : [], json: { members(node, fields) })
    }

    private func members(_ node: Node?, _ values: [StructValue.Field]) -> [StructValue.Field] {
        zip(fields, values).compactMap { field, value in
            let given = node?[field.jsonName] ?? .null
            let shown = field.kind.json(value.value, given)
            return field.isAlwaysShown || field.kind.isShown(value.value, given)
                ? StructValue.Field(Text(field.jsonName), shown) : nil
        }
    }
}

extension StructShape.Field {
    /// A field whose name in JSON is the same but for the first letter.
    static func field(
        _ name: String, _ kind: StructShape.Kind = .text, json: String? = nil, always: Bool = false
    ) -> Self {
        let jsonName = json ?? name.prefix(1).lowercased() + name.dropFirst()
        return Self(name: name, jsonName: jsonName, kind: kind, isAlwaysShown: always)
    }
}

extension StructShape.Kind {
    func value(_ node: Node?) -> Value {
        let node = node?.isNull == true ? nil : node
        switch self {
        case .text: return .string(node?.string ?? "")
        case .bool: return .bool(node?.bool ?? false)
        case .int(let width): return .int(node?.int ?? 0, width)
        case .uint32: return .uint(UInt64(max(0, node?.int ?? 0)), .bits32)
        case .strings:
            let texts = (node?.list ?? []).map { Value.string($0.string ?? "") }
            return .list(ListValue(texts, of: .string, isNil: node?.list == nil))
        case .stringMap:
            let entries = (node?.map ?? []).map { (Text($0.key), Value.string($0.value.string ?? "")) }
            return .map(MapValue(entries, of: .string, isNil: node?.map == nil))
        case .structure(let shape): return .structure(shape.value(node))
        case .optional(let shape): return .pointer(shape.value(node), isNil: node == nil)
        case .list(let shape, let ofPointers):
            let items = (node?.list ?? []).map { item in
                ofPointers ? Value.pointer(shape.value(item)) : .structure(shape.value(item))
            }
            let element = ofPointers ? GoType.pointer(shape.typeName) : .structure(shape.typeName)
            return .list(ListValue(items, of: element, isNil: node?.list == nil))
        case .duration: return ProtobufValues.duration(node)
        case .boolValue:
            return ProtobufValues.wrapper("wrapperspb.BoolValue", .bool(node?.bool ?? false), node)
        case .intValue:
            return ProtobufValues.wrapper("wrapperspb.Int32Value", .int(node?.int ?? 0, .bits32), node)
        case .enumeration(let name, let names):
            return .host(EnumValue(typeName: name, names: names, name: node?.string))
        case .plain: return node.map { Value($0) } ?? .null
        }
    }

    /// What JSON shows of a field.
    func json(_ value: Value, _ node: Node) -> Value {
        switch self {
        case .duration: .string(ProtobufValues.durationText(node))
        case .boolValue, .intValue: Value(node)
        case .enumeration: .text(Printer.text(of: value))
        default: value
        }
    }

    /// Whether JSON shows a field that it may leave out.
    func isShown(_ value: Value, _ node: Node) -> Bool {
        switch self {
        case .duration, .boolValue, .intValue, .optional: !node.isNull
        case .structure(let shape): shape.typeName == "v1.ObjectMeta" || !node.isNull
        case .plain: !node.isNull
        default: value.isTrue
        }
    }
}

import Schema
import Template
import YAML

/// Messages of Istio's API as templates see them: pointers to Go structs with a getter for each field, which
/// answers for a message that is not there, too.
enum ProtoValue {
    /// `node` is the message in JSON with its defaults, `said` what of it is written when it is printed.
    static func message(_ type: any Message.Type, _ node: Node?, said: Node? = nil) -> Value {
        let fields = type.fields
        let name = typeName(fields.name)
        let getters = fields.all.map { field in
            Function(
                "Get" + GoName.plain(field.name), [], returns: .any,
                evaluating: { _, _ in value(field, node) })
        }
        guard let node, !node.isNull else {
            return .pointer(StructValue(name, [], methods: getters, json: { [] }), isNil: true)
        }
        let members = fields.all.map { field in
            StructValue.Field(Text(GoName.plain(field.name)), value(field, node))
        }
        return .pointer(StructValue(name, members, methods: getters, json: { written(said ?? node) }))
    }

    private static func written(_ node: Node?) -> [StructValue.Field] {
        (node?.map ?? []).map { .init(Text($0.key), Value($0.value)) }
    }

    /// `v1alpha1.ProxyConfig` for a message that upstream or this program names so.
    private static func typeName(_ name: String) -> String {
        name.contains(".") ? name : "v1alpha1." + name
    }

    private static func value(_ field: AnyField, _ message: Node?) -> Value {
        let node = message?[field.name].flatMap { $0.isNull ? nil : $0 }
        return value(field.shape, node)
    }

    private static func value(_ shape: Shape, _ node: Node?) -> Value {
        switch shape {
        case .string, .bytes, .timestamp: .string(node?.string ?? "")
        case .bool: .bool(node?.bool ?? false)
        case .int32: .int(node?.int ?? 0, .bits32)
        case .int64: .int(node?.int ?? 0, .bits64)
        case .uint32: .uint(UInt64(clamping: node?.int ?? 0), .bits32)
        case .uint64: .uint(UInt64(clamping: node?.int ?? 0), .bits64)
        case .float, .double: .float(node?.double ?? 0)
        case .duration: duration(node?.string.flatMap { Duration(goText: $0) })
        case .any, .value: node.map { Value($0) } ?? .null
        case .choice(let choice): .host(ProtoEnumeration(choice, node))
        case .wrapped(let inner): wrapper(inner, node)
        case .list(let item):
            .list(
                ListValue((node?.list ?? []).map { value(item, $0) }, of: element(item), isNil: node == nil))
        case .map(let item):
            .map(
                MapValue(
                    (node?.map ?? []).map { (Text($0.key), value(item, $0.value)) }, of: element(item),
                    isNil: node == nil))
        case .message(let type): message(type, node)
        }
    }

    private static func element(_ shape: Shape) -> GoType {
        if case .string = shape { .string } else { .any }
    }

    /// `google.protobuf.Duration`; nil when it is not given.
    private static func duration(_ duration: Duration?) -> Value {
        let total = duration?.nanoseconds ?? 0
        let (seconds, rest) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
        let fields = [
            StructValue.Field("Seconds", .int(seconds, .bits64)),
            StructValue.Field("Nanos", .int(rest, .bits32)),
        ]
        return .pointer(
            StructValue("durationpb.Duration", fields, json: { [] }),
            isNil: duration == nil)
    }

    /// `google.protobuf.BoolValue` and its like; nil when it is not given.
    private static func wrapper(_ shape: Shape, _ node: Node?) -> Value {
        let inner = value(shape, node)
        let getter = Function("GetValue", [], returns: .any, evaluating: { _, _ in inner })
        let name =
            switch shape {
            case .bool: "wrapperspb.BoolValue"
            case .int32: "wrapperspb.Int32Value"
            case .uint32: "wrapperspb.UInt32Value"
            default: "wrapperspb.Value"
            }
        let structure = StructValue(
            name, [.init("Value", inner)], methods: [getter], json: { written(node) })
        return .pointer(structure, isNil: node == nil)
    }
}

/// A value of an enumeration: a number that prints as its name.
struct ProtoEnumeration: HostValue {
    private let choice: Choice
    private let number: Int32

    /// By name or number; the first of the enumeration when it is not given.
    init(_ choice: Choice, _ node: Node?) {
        self.choice = choice
        let named = choice.cases.first { $0.name == node?.string }
        number = named?.number ?? node?.int.flatMap { Int32(exactly: $0) } ?? 0
    }

    private var name: String { choice.cases.first { $0.number == number }?.name ?? String(number) }

    var typeName: String {
        let parts = choice.name.split(separator: ".")
        return parts.suffix(2).joined(separator: ".")
    }

    let kind = "int32"
    var text: Text? { Text(name) }
    var underlying: Value? { .int(Int64(number), .bits32) }
    var isTrue: Bool { number != 0 }

    func member(_ name: Text) -> Value? {
        guard name == Text("String") else { return nil }
        let text = self.name
        return .function(Function("String", [], returns: .string, evaluating: { _, _ in .string(text) }))
    }

    func equals(_ other: any HostValue) -> Bool {
        guard let other = other as? ProtoEnumeration else { return false }
        return other.typeName == typeName && other.number == number
    }
}

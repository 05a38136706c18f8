import Kubernetes
import Synchronization
import Template
import YAML

/// Objects of Kubernetes' types as templates see them: structs of Go with all their fields, zero where the
/// object says nothing.
enum KubernetesValue {
    /// What a type is made of, worked out once.
    private final class Form: Sendable {
        let typeName: String
        let fields: JSONFields
        let zeros: [StructValue.Field]

        init(_ type: MessageType) {
            typeName = "v1." + type.name
            fields = type.json
            zeros = type.json.all.map { .init(Text(GoName.kubernetes($0.name)), zero($0)) }
        }
    }

    private static let forms = Mutex<[ObjectIdentifier: Form]>([:])

    /// A struct of a type of the table, such as `core/v1.PodSpec`; null for a type that there is not.
    static func value(_ node: Node?, of key: String) -> Value {
        KubernetesTypes.message(key).map { .structure(structure(node, $0)) } ?? .null
    }

    /// A pointer to such a struct, with a getter for each field, as metadata has them.
    static func pointer(_ node: Node?, to key: String) -> Value {
        guard let structure = KubernetesTypes.message(key).map({ structure(node, $0) }) else { return .null }
        let getters = structure.fields.map { field in
            Function("Get" + field.name.string, [], returns: .any, evaluating: { _, _ in field.value })
        }
        return .pointer(
            StructValue(structure.typeName, structure.fields, methods: getters, json: { written(node) }))
    }

    private static func structure(_ node: Node?, _ type: MessageType) -> StructValue {
        let form = form(of: type)
        var fields = form.zeros
        for entry in node?.map ?? [] {
            guard let place = form.fields.index(of: entry.key), !entry.value.isNull else { continue }
            fields[place] = .init(fields[place].name, value(entry.value, form.fields.all[place].type))
        }
        return StructValue(form.typeName, fields, json: { written(node) })
    }

    /// As JSON shows it: what the object says, nothing else.
    private static func written(_ node: Node?) -> [StructValue.Field] {
        (node?.map ?? []).map { .init(Text($0.key), Value($0.value)) }
    }

    private static func form(of type: MessageType) -> Form {
        let key = ObjectIdentifier(type)
        if let known = forms.withLock({ $0[key] }) { return known }
        let form = Form(type)
        forms.withLock { $0[key] = form }
        return form
    }

    private static func value(_ node: Node, _ type: MessageType.FieldType) -> Value {
        switch type {
        case .message(let reference): reference.type.map { .structure(structure(node, $0)) } ?? Value(node)
        case .list(let item):
            .list(ListValue((node.list ?? []).map { value($0, item) }, of: element(item)))
        case .map(let item):
            .map(
                MapValue(
                    (node.map ?? []).map { (Text($0.key), value($0.value, item)) }, of: element(item)))
        case .int: .int(node.int ?? 0, .bits32)
        case .intOrString where node.int != nil: .int(node.int ?? 0, .bits32)
        default: Value(node)
        }
    }

    private static func zero(_ field: MessageType.Field) -> Value {
        if field.isOptional {
            guard case .message(let reference) = field.type else { return .null }
            // A pointer to nothing, which prints as Go's Kubernetes types do.
            let name = typeName(reference)
            return .pointer(StructValue(name, [], description: { "nil" }), isNil: true)
        }
        switch field.type {
        case .string, .duration, .quantity, .bytes: return ""
        case .bool: return false
        case .int: return .int(0, .bits32)
        case .double: return 0.0
        case .intOrString: return .int(0, .bits32)
        case .list(let item): return .list(ListValue([], of: element(item), isNil: true))
        case .map(let item): return .map(MapValue([], of: element(item), isNil: true))
        case .message(let reference):
            // Types do not contain themselves but through pointers, lists and maps.
            return reference.type.map { .structure(structure(nil, $0)) } ?? .null
        case .time, .microTime, .raw, .any: return .null
        }
    }

    private static func element(_ type: MessageType.FieldType) -> GoType {
        switch type {
        case .string: .string
        case .message(let reference): .structure(typeName(reference))
        default: .any
        }
    }

    private static func typeName(_ reference: MessageReference) -> String {
        "v1." + (reference.key.split(separator: ".").last ?? "")
    }
}

import Schema
package import YAML

/// Reads objects of Kubernetes' own types as its API server does: values of a wrong type are refused, fields
/// that a type does not have are dropped and told, absent values go.
package struct TypedObject {
    /// The paths of the fields that were dropped.
    package private(set) var unknown: [String] = []

    /// A value that a field cannot hold.
    package struct Mismatch: Error {
        package let path: String
        package let problem: String
    }

    /// Whether numbers and booleans stand for their text where a type wants text, as `sigs.k8s.io/yaml` has
    /// it.
    private let takesScalars: Bool

    package init(takingScalarsAsText takesScalars: Bool = false) { self.takesScalars = takesScalars }

    /// The object as its type holds it; `apiVersion` and `kind` stay.
    package mutating func read(_ object: Node, as type: MessageType) throws(Mismatch) -> Node {
        try read(object, as: type, at: "", also: ["apiVersion", "kind"])
    }

    /// A message within an object.
    package mutating func read(
        _ node: Node, as type: MessageType, at path: String, also known: Set<String> = []
    ) throws(Mismatch) -> Node {
        guard let entries = node.map else { throw Mismatch(node, "an object", path) }
        var kept: [Node.Entry] = []
        kept.reserveCapacity(entries.count)
        for entry in entries where !entry.value.isNull {
            let place = path.isEmpty ? entry.key : "\(path).\(entry.key)"
            if let field = type.field(entry.key) {
                var entry = entry
                entry.value = try read(entry.value, as: field.type, at: place)
                kept.append(entry)
            } else if known.contains(entry.key) {
                kept.append(entry)
            } else {
                unknown.append(place)
            }
        }
        return Node(.map(kept), at: node.mark)
    }

    private mutating func read(
        _ node: Node, as type: MessageType.FieldType, at path: String
    ) throws(Mismatch) -> Node {
        switch type {
        case .message(let key):
            // A type without fields holds what it is given: a JSON value of any form.
            guard let message = KubernetesTypes.messages[key], !message.fields.isEmpty else { return node }
            return try read(node, as: message, at: path)
        case .list(let item):
            guard let list = node.list else { throw Mismatch(node, "a list", path) }
            var kept: [Node] = []
            kept.reserveCapacity(list.count)
            for (index, element) in list.enumerated() {
                let isEmptyText = takesScalars && element.isNull && item == .string
                kept.append(isEmptyText ? "" : try read(element, as: item, at: "\(path)[\(index)]"))
            }
            return Node(.list(kept), at: node.mark)
        case .map(let value):
            guard let entries = node.map else { throw Mismatch(node, "an object", path) }
            var kept: [Node.Entry] = []
            kept.reserveCapacity(entries.count)
            for entry in entries {
                var entry = entry
                // A key without a value has the empty one.
                entry.value =
                    entry.value.isNull && value == .string
                    ? "" : try read(entry.value, as: value, at: "\(path).\(entry.key)")
                kept.append(entry)
            }
            return Node(.map(kept), at: node.mark)
        case .string where takesScalars && node.isScalar && node.string == nil:
            return Node(.string(JSONWriter.text(node, style: .compact)), at: node.mark)
        default:
            try Self.check(node, as: type, at: path)
            return node
        }
    }

    private static func check(
        _ node: Node, as type: MessageType.FieldType, at path: String
    ) throws(Mismatch) {
        switch type {
        case .string, .duration:
            guard node.string != nil else { throw Mismatch(node, "a string", path) }
        case .bool:
            guard node.bool != nil else { throw Mismatch(node, "a boolean", path) }
        case .int:
            guard node.int != nil else { throw Mismatch(node, "an integer", path) }
        case .double:
            guard node.double != nil else { throw Mismatch(node, "a number", path) }
        case .bytes:
            guard let text = node.string, Base64.decode(text) != nil else {
                throw Mismatch(node, "text in base64", path)
            }
        case .time, .microTime:
            guard let text = node.string, InstantText.isRFC3339(text) else {
                throw Mismatch(node, "a time such as \"2006-01-02T15:04:05Z\"", path)
            }
        case .quantity:
            guard node.double != nil || node.string.map(Quantity.isValid) == true else {
                throw Mismatch(node, "a quantity such as \"500m\" or \"1Gi\"", path)
            }
        case .intOrString:
            guard node.int != nil || node.string != nil else {
                throw Mismatch(node, "an integer or a string", path)
            }
        case .raw, .any, .message, .list, .map: return
        }
    }
}

extension Node {
    fileprivate var isScalar: Bool { !isNull && map == nil && list == nil }
}

extension TypedObject.Mismatch {
    fileprivate init(_ node: Node, _ wanted: String, _ path: String) {
        self.path = path
        problem = "\(path.isEmpty ? "the object" : path): expected \(wanted), found \(node.kindName)"
    }
}

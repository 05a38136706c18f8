import Schema
package import YAML

/// Reads objects of Kubernetes' own types as its API server does: values of a wrong type are refused, fields
/// that a type does not have are dropped and told, absent values go.
package struct TypedObject {
    /// The paths of the fields that were dropped.
    package private(set) var unknown: [String] = []

    /// A value that a field cannot hold.
    package struct Mismatch: Error {
        /// Empty for the object itself.
        package let path: String
        fileprivate let expectation: String

        package var problem: String { "\(path.isEmpty ? "the object" : path): \(expectation)" }
    }

    /// Whether numbers and booleans stand for their text where a type wants text, as `sigs.k8s.io/yaml` has
    /// it.
    private let takesScalars: Bool

    package init(takingScalarsAsText takesScalars: Bool = false) { self.takesScalars = takesScalars }

    /// The object as its type holds it; `apiVersion` and `kind` stay.
    package mutating func read(_ object: Node, as type: MessageType) throws(Mismatch) -> Node {
        try message(object, as: type, also: ["apiVersion", "kind"])
    }

    /// The message in a field of an object.
    package mutating func read(
        _ node: Node, as type: MessageType, at path: String
    ) throws(Mismatch) -> Node {
        do {
            let read = try message(node, as: type, also: [])
            for index in unknown.indices { unknown[index] = "\(path).\(unknown[index])" }
            return read
        } catch {
            throw error.within(path)
        }
    }

    // Paths are put together on the way back, for most objects need none.

    private mutating func message(
        _ node: Node, as type: MessageType, also known: [String]
    ) throws(Mismatch) -> Node {
        guard let entries = node.map else { throw Mismatch(node, "an object") }
        let fields = type.json
        var kept: [Node.Entry] = []
        kept.reserveCapacity(entries.count)
        for entry in entries where !entry.value.isNull {
            if let index = fields.index(of: entry.key) {
                kept.append(try read(entry, as: fields.all[index].type))
            } else if known.contains(entry.key) {
                kept.append(entry)
            } else {
                unknown.append(entry.key)
            }
        }
        return Node(.map(kept), at: node.mark)
    }

    private mutating func read(
        _ entry: Node.Entry, as type: MessageType.FieldType
    ) throws(Mismatch) -> Node.Entry {
        let count = unknown.count
        var entry = entry
        do {
            entry.value = try read(entry.value, as: type)
        } catch {
            throw error.within(entry.key)
        }
        for index in count..<unknown.count {
            let separator = unknown[index].hasPrefix("[") ? "" : "."
            unknown[index] = entry.key + separator + unknown[index]
        }
        return entry
    }

    private mutating func read(_ node: Node, as type: MessageType.FieldType) throws(Mismatch) -> Node {
        switch type {
        case .message(let reference):
            guard let message = reference.typeWithFields else { return node }
            return try self.message(node, as: message, also: [])
        case .list(let item):
            guard let list = node.list else { throw Mismatch(node, "a list") }
            var kept: [Node] = []
            kept.reserveCapacity(list.count)
            for (index, element) in list.enumerated() {
                let isEmptyText = takesScalars && element.isNull && item == .string
                kept.append(isEmptyText ? "" : try read(element, as: item, at: index))
            }
            return Node(.list(kept), at: node.mark)
        case .map(let value):
            guard let entries = node.map else { throw Mismatch(node, "an object") }
            var kept: [Node.Entry] = []
            kept.reserveCapacity(entries.count)
            for entry in entries {
                // A key without a value has the empty one.
                if entry.value.isNull, value == .string {
                    var entry = entry
                    entry.value = ""
                    kept.append(entry)
                } else {
                    kept.append(try read(entry, as: value))
                }
            }
            return Node(.map(kept), at: node.mark)
        case .string where takesScalars && node.isScalar && node.string == nil:
            return Node(.string(JSONWriter.text(node, style: .compact)), at: node.mark)
        default:
            if let wanted = Self.wanted(node, type) { throw Mismatch(node, wanted) }
            return node
        }
    }

    private mutating func read(
        _ element: Node, as type: MessageType.FieldType, at index: Int
    ) throws(Mismatch) -> Node {
        let count = unknown.count
        do {
            let read = try read(element, as: type)
            for index in count..<unknown.count {
                let separator = unknown[index].hasPrefix("[") ? "" : "."
                unknown[index] = "[\(index)]" + separator + unknown[index]
            }
            return read
        } catch {
            throw error.within("[\(index)]")
        }
    }

    /// What a scalar field wants instead of a value that it cannot hold, in words.
    private static func wanted(_ node: Node, _ type: MessageType.FieldType) -> String? {
        switch type {
        case .string, .duration: node.string == nil ? "a string" : nil
        case .bool: node.bool == nil ? "a boolean" : nil
        case .int: node.int == nil ? "an integer" : nil
        case .double: node.double == nil ? "a number" : nil
        case .bytes: node.string.map { Base64.decode($0) != nil } == true ? nil : "text in base64"
        case .time, .microTime:
            node.string.map(InstantText.isRFC3339) == true
                ? nil : "a time such as \"2006-01-02T15:04:05Z\""
        case .quantity:
            node.double != nil || node.string.map(Quantity.isValid) == true
                ? nil : "a quantity such as \"500m\" or \"1Gi\""
        case .intOrString: node.int == nil && node.string == nil ? "an integer or a string" : nil
        case .raw, .any, .message, .list, .map: nil
        }
    }
}

extension Node {
    fileprivate var isScalar: Bool { !isNull && map == nil && list == nil }
}

extension TypedObject.Mismatch {
    fileprivate init(_ node: Node, _ wanted: String) {
        path = ""
        expectation = "expected \(wanted), found \(node.kindName)"
    }

    /// The same, seen from one step further out.
    fileprivate func within(_ place: String) -> Self {
        let isDirect = path.isEmpty || path.hasPrefix("[")
        return Self(path: isDirect ? place + path : "\(place).\(path)", expectation: expectation)
    }
}

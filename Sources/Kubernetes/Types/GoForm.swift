import Schema
package import YAML

/// Objects as Go programs write them that read them into Kubernetes' types: zero values that their types
/// leave out are gone, those that they do not are there, amounts are canonical.
package struct GoForm: Sendable {
    /// Whether a time that is not set is written, as null: programs built with libraries before 1.34 do so.
    let writesZeroTimes: Bool

    package init(writesZeroTimes: Bool) { self.writesZeroTimes = writesZeroTimes }

    /// An object that was read by its type.
    package func node(_ object: Node, as type: MessageType) -> Node {
        message(object, as: type, with: ["apiVersion", "kind"])
    }

    /// A message within an object.
    package func part(_ node: Node, as type: MessageType) -> Node { message(node, as: type, with: []) }

    private func message(_ node: Node, as type: MessageType, with more: [String]) -> Node {
        var entries: [Node.Entry] = []
        for name in more {
            if let value = node[name], value.string?.isEmpty == false { entries.append(.init(name, value)) }
        }
        let fields = type.json
        // What is set, with what may be written unset, in the order of the fields.
        var found: [(index: Int, value: Node)] = []
        let given = node.map ?? []
        found.reserveCapacity(given.count + fields.standing.count)
        for position in given.indices where !given[position].value.isNull {
            guard let index = fields.index(of: given[position].key) else { continue }
            guard let value = value(given[position].value, of: fields.all[index]) else { continue }
            found.append((index, value))
        }
        for index in fields.standing {
            let field = fields.all[index]
            let isGiven = given.contains { !$0.value.isNull && $0.key == field.name }
            if !isGiven, let value = absent(field) { found.append((index, value)) }
        }
        found.sort { $0.index < $1.index }
        entries.reserveCapacity(entries.count + found.count)
        for (index, value) in found { entries.append(.init(fields.all[index].name, value)) }
        return Node(.map(entries), at: node.mark)
    }

    /// nil for a value that is left out.
    private func value(_ value: Node, of field: MessageType.Field) -> Node? {
        let written = self.value(value, as: field.type)
        if field.isRequired || field.isOptional { return written }
        return isZero(written, field.type) ? nil : written
    }

    private func value(_ node: Node, as type: MessageType.FieldType) -> Node {
        switch type {
        case .message(let reference):
            guard let message = reference.typeWithFields else { return node }
            return self.message(node, as: message, with: [])
        case .list(let item): return Node((node.list ?? []).map { value($0, as: item) as Node })
        case .map(let item):
            return Node((node.map ?? []).map { Node.Entry($0.key, value($0.value, as: item) as Node) })
        case .quantity: return Node(Quantity.canonical(text(node)))
        default: return node
        }
    }

    /// What a type writes for a field that is not set.
    private func absent(_ field: MessageType.Field) -> Node? {
        switch field.type {
        case .time, .microTime: return writesZeroTimes && !field.isOptional ? .null : nil
        case .quantity where !field.isOptional: return "0"
        case .message(let reference) where !field.isOptional:
            guard let message = reference.typeWithFields else { return nil }
            // Selectors that must be given are pointers all the same.
            let isPointer = message.name == "LabelSelector"
            return isPointer ? .null : self.message(.emptyMap, as: message, with: [])
        default: return field.isRequired ? zero(field.type) : nil
        }
    }

    private func zero(_ type: MessageType.FieldType) -> Node? {
        switch type {
        case .string, .duration: ""
        case .bool: false
        case .int, .intOrString: 0
        case .double: 0
        default: .null
        }
    }

    private func isZero(_ node: Node, _ type: MessageType.FieldType) -> Bool {
        switch type {
        case .string, .bytes, .duration: node.string?.isEmpty == true
        case .bool: node.bool == false
        case .int: node.int == 0
        case .double: node.double == 0
        case .list: node.list?.isEmpty == true
        case .map: node.map?.isEmpty == true
        default: false
        }
    }

    private func text(_ node: Node) -> String {
        node.string ?? JSONWriter.text(node, style: .compact)
    }
}

package import YAML

/// What the Go library of 0.7.1 writes back after decoding a message: camel case names, enumerations by name,
/// durations as `5400.000s`, 64-bit integers as strings, zero values dropped, empty lists and maps kept.
///
/// What it would have refused (unknown fields, wrong types) stays as it is; `StrictCheck` speaks of it.
package enum Canonical {
    /// The message `node` of type `type` as 0.7.1 sends and prints it.
    package static func node(_ node: Node, as type: any Message.Type) -> Node { message(node, type.fields) }

    private static func message(_ node: Node, _ fields: MessageFields) -> Node {
        guard case .map(let entries) = node.content else { return node }
        var result: [Node.Entry] = []
        for entry in entries {
            guard let field = fields.field(named: entry.key) ?? fields.field(protoNamed: entry.key) else {
                result.append(entry)
                continue
            }
            let isOverruled = entry.key != field.name && entries.contains { $0.key == field.name }
            if isOverruled || (entry.value.isNull && field.oneOf == nil) { continue }
            let value = entry.value.isNull ? zero(field.shape) : value(entry.value, field.shape)
            if let group = field.oneOf {
                // Of two members one is kept; the old program chose at random, here the last one wins.
                result.removeAll { fields.field(named: $0.key)?.oneOf == group }
            } else if isZero(value, field.shape) {
                continue
            }
            result.append(Node.Entry(field.name, value, at: entry.keyMark))
        }
        return Node(.map(result), at: node.mark)
    }

    private static func value(_ node: Node, _ shape: Shape) -> Node {
        switch (shape, node.content) {
        case (.message(let type), _): message(node, type.fields)
        case (.list(let item), .list(let items)):
            Node(.list(items.map { value($0, item) }), at: node.mark)
        case (.map(let item), .map(let entries)):
            Node(.map(entries.map { .init($0.key, value($0.value, item), at: $0.keyMark) }), at: node.mark)
        case (.wrapped(let scalar), _): value(node, scalar)
        default: Node(scalar(node, shape) ?? node.content, at: node.mark)
        }
    }

    /// Nil for what the shape does not allow or change.
    private static func scalar(_ node: Node, _ shape: Shape) -> Node.Content? {
        switch shape {
        case .int32, .uint32: node.int.map(Node.Content.int)
        case .int64, .uint64: (node.string ?? node.double.flatMap(\.wholeDigits)).map(Node.Content.string)
        case .float: node.double.flatMap { Double(Float($0).description) }.map(number)
        case .double: node.double.map(number)
        case .duration: node.string.flatMap(Duration.init(goText:)).map { .string($0.protoText) }
        case .timestamp: node.string.flatMap(Timestamp.normalized).map(Node.Content.string)
        case .choice(let choice):
            node.int.flatMap { number in choice.cases.first { Int64($0.number) == number } }
                .map { .string($0.name) }
        default: nil
        }
    }

    private static func number(_ value: Double) -> Node.Content {
        Int64(exactly: value).map(Node.Content.int) ?? .double(value)
    }

    /// What a null member of a one-of became: its choice counts, its value is Go's zero (`mtls: null` stays).
    private static func zero(_ shape: Shape) -> Node {
        switch shape {
        case .string: ""
        case .bool: false
        case .int32, .uint32, .float, .double: 0
        case .int64, .uint64: "0"
        case .choice(let choice): choice.cases.first { $0.number == 0 }.map { Node($0.name) } ?? 0
        default: .null
        }
    }

    /// Whether the value is what a field without presence holds anyway. Messages, wrappers, durations, times,
    /// and lists and maps that were written are pointers in Go: never zero.
    private static func isZero(_ node: Node, _ shape: Shape) -> Bool {
        switch (shape, node.content) {
        case (.string, .string(let text)): text.isEmpty
        case (.bool, .bool(let flag)): !flag
        case (.int64, .string(let text)), (.uint64, .string(let text)): text == "0"
        case (.int32, .int(let number)), (.uint32, .int(let number)), (.float, .int(let number)),
            (.double, .int(let number)), (.choice, .int(let number)):
            number == 0
        case (.choice(let choice), .string(let name)):
            choice.cases.contains { $0.number == 0 && $0.name == name }
        default: false
        }
    }
}

extension Double {
    /// A whole number as JSON of the old program had it: every number went through a 64-bit float and came
    /// out with
    /// as many digits as tell it apart (`9007199254740993` became `9007199254740992`); nil for fractions.
    fileprivate var wholeDigits: String? {
        guard rounded() == self, magnitude < 1e21 else { return nil }
        let parts = magnitude.description.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else {
            return Int64(exactly: self).map(String.init)
        }
        let digits = parts[0].filter(\.isNumber)
        let padding = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
        return (self < 0 ? "-" : "") + digits + padding
    }
}

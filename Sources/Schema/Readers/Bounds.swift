import YAML

/// The parts of a declaration that OpenAPI and JSON Schema spell alike.
extension AnyField {
    /// The schema of the field's type with what the rules say.
    func bounding(_ schema: Node) -> Node {
        var schema = schema
        for bound in bounds { schema.set(bound.key, bound.value) }
        for case .eachAtMost(let count) in rules {
            for key in ["items", "additionalProperties"] {
                if let item = schema[key] { schema.set(key, item.setting("maxLength", Node(count))) }
            }
        }
        for case .eachAtLeast(let count) in rules {
            if let item = schema["items"] { schema.set("items", item.setting("minLength", Node(count))) }
        }
        return schema
    }

    /// `minItems`, `maximum` and so on, from the rules.
    private var bounds: [Node.Entry] {
        rules.flatMap { rule -> [Node.Entry] in
            switch rule {
            case .atLeast(let count): [.init("min" + shape.sizeWord, Node(count))]
            case .atMost(let count): [.init("max" + shape.sizeWord, Node(count))]
            case .range(let range):
                [.init("minimum", range.lowerBound.bound), .init("maximum", range.upperBound.bound)]
                    .filter { !$0.value.isNull }
            case .pattern(let expression): [.init("pattern", Node(expression))]
            case .eachAtMost, .eachAtLeast, .required, .expected, .minimumMilliseconds, .oneOf,
                .protoName, .listKey, .since, .deprecated:
                []
            }
        }
    }

    /// The sentence with its details.
    var description: String { ([doc] + details).joined(separator: " ") }
}

extension MessageFields {
    /// The `required` list; empty when nothing is.
    var requirement: [Node.Entry] {
        let names = all.filter(\.isRequired).map { Node($0.name) }
        return names.isEmpty ? [] : [.init("required", Node(names))]
    }

    /// At most one member of each group of fields that exclude each other.
    var exclusions: [Node.Entry] {
        var groups: [(name: String, members: [Node])] = []
        for field in all {
            guard let group = field.oneOf else { continue }
            let member: Node = ["required": [Node(field.name)]]
            if let index = groups.firstIndex(where: { $0.name == group }) {
                groups[index].members.append(member)
            } else {
                groups.append((group, [member]))
            }
        }
        let rules = groups.filter { $0.members.count > 1 }.map { group in
            Node([["not": ["anyOf": Node(group.members)]]] + group.members)
        }
        switch rules.count {
        case 0: return []
        case 1: return [.init("oneOf", rules[0])]
        default: return [.init("allOf", Node(rules.map { ["oneOf": $0] }))]
        }
    }
}

extension Shape {
    fileprivate var sizeWord: String {
        switch self {
        case .list: "Items"
        case .map, .message: "Properties"
        default: "Length"
        }
    }
}

extension Double {
    /// Whole bounds as whole numbers; an infinite one is none.
    fileprivate var bound: Node {
        guard isFinite else { return .null }
        return Int64(exactly: self).map { Node($0) } ?? Node(self)
    }
}

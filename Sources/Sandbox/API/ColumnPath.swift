import YAML

/// The JSON path of a column, in the part of kubectl's language that definitions use: `.spec.hosts`,
/// `.ports[*].port`, `.status.conditions[?(@.type=="Ready")].status`, `.metadata.labels.a\\.b`,
/// `.items[0]`, `['name']`.
struct ColumnPath {
    private enum Step {
        case key(String)
        case index(Int)
        case all
        /// Items whose field has a value.
        case matching(field: String, value: String)
    }

    private let steps: [Step]

    /// What is no path leads nowhere.
    init(_ text: String) {
        var scanner = Scanner(rest: text[...])
        steps = scanner.steps() ?? [.key("")]
    }

    func values(in node: Node) -> [Node] {
        steps.reduce([node]) { found, step in
            found.flatMap { node -> [Node] in
                switch step {
                case .key(let key): node[key].map { [$0] } ?? []
                case .index(let index): (node.list ?? []).dropFirst(index).prefix(1).map { $0 }
                case .all: node.list ?? []
                case .matching(let field, let value):
                    (node.list ?? []).filter { $0[field]?.string == value }
                }
            }
        }.filter { !$0.isNull }
    }

    private struct Scanner {
        var rest: Substring

        mutating func steps() -> [Step]? {
            var steps: [Step] = []
            while let next = rest.first {
                rest.removeFirst()
                if next == "." {
                    let name = name()
                    if !name.isEmpty { steps.append(.key(name)) }
                } else if next == "[" {
                    guard let end = rest.firstIndex(of: "]"), let step = Self.bracketed(rest[..<end]) else {
                        return nil
                    }
                    steps.append(step)
                    rest = rest[rest.index(after: end)...]
                } else {
                    return nil
                }
            }
            return steps
        }

        /// Up to the next point or bracket that no backslash stands before.
        private mutating func name() -> String {
            var name = ""
            while let next = rest.first, next != ".", next != "[" {
                rest.removeFirst()
                name.append(next == "\\" ? rest.popFirst() ?? next : next)
            }
            return name
        }

        private static func bracketed(_ text: Substring) -> Step? {
            if text == "*" { return .all }
            if let index = Int(text) { return index >= 0 ? .index(index) : nil }
            if let quoted = unquoted(text) { return .key(String(quoted)) }
            guard text.hasPrefix("?(@."), text.hasSuffix(")"), let sign = text.firstRange(of: "==") else {
                return nil
            }
            let field = text[..<sign.lowerBound].dropFirst(4)
            guard let value = unquoted(trimmed(text[sign.upperBound...].dropLast())) else { return nil }
            return .matching(field: String(trimmed(field)), value: String(value))
        }

        private static func unquoted(_ text: Substring) -> Substring? {
            guard text.count >= 2, let quote = text.first, quote == "'" || quote == "\"", text.last == quote
            else { return nil }
            return text.dropFirst().dropLast()
        }

        private static func trimmed(_ text: Substring) -> Substring {
            var text = text
            while text.first == " " { text.removeFirst() }
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

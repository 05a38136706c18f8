import YAML

/// Why the items of a list cannot be told apart by their keys.
struct ListKeyProblem: Error, Equatable {
    let path: String
    let message: String

    /// Looks at every list that has keys.
    static func check(_ node: Node, _ layout: FieldLayout, at path: String = "") throws(ListKeyProblem) {
        if let entries = node.map, !layout.isAtomicMap {
            for entry in entries {
                try check(entry.value, layout.field(entry.key), at: "\(path).\(entry.key)")
            }
        } else if let items = node.list, layout.items != .atomic {
            var seen: Set<PathElement> = []
            for (index, item) in items.enumerated() {
                guard let element = layout.element(item) else {
                    throw ListKeyProblem(
                        path: "\(path)[\(index)]", message: "the item lacks \(layout.keyNames)")
                }
                guard seen.insert(element).inserted else {
                    throw ListKeyProblem(path: path, message: "two items are \(element.shown)")
                }
                try check(item, layout, at: path + element.shown)
            }
        }
    }
}

extension FieldLayout {
    /// What an item of a list here is known by, in words.
    fileprivate var keyNames: String {
        guard case .keyed(let keys) = items else { return "a plain value" }
        let names = keys.filter { $0.fallback == nil }.map { "\"\($0.name)\"" }
        return "\(names.joined(separator: " or ")), by which items of the list are known"
    }
}

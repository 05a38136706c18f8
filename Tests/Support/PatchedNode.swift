package import YAML

/// Applies JSON patches of `add`, `replace` and `remove` strictly, to see what they make of a value.
package enum PatchedNode {
    /// An operation that names a place which is not there.
    package struct Misplaced: Error {
        package let operation: String
    }

    package static func apply(_ patch: Node, to target: Node) throws -> Node {
        var result = target
        for operation in patch.list ?? [] {
            let path = steps(operation["path"]?.string ?? "")
            let change = Change(name: operation["op"]?.string ?? "", value: operation["value"])
            guard let changed = change.apply(path[...], to: result) else {
                throw Misplaced(operation: JSONWriter.text(operation))
            }
            result = changed
        }
        return result
    }

    private static func steps(_ path: String) -> [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
            let parts = step.split(separator: "~1", omittingEmptySubsequences: false).map {
                $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
            }
            return parts.joined(separator: "/")
        }
    }
}

private struct Change {
    let name: String
    let value: Node?

    /// nil when there is no such place.
    func apply(_ path: ArraySlice<String>, to node: Node) -> Node? {
        guard let step = path.first else { return name == "remove" ? nil : value }
        let rest = path.dropFirst()
        if let items = node.list { return apply(step, rest, to: items) }
        guard node.map != nil else { return nil }
        if rest.isEmpty, name == "add" { return value.map { node.setting(step, $0) } }
        guard let child = node[step] else { return nil }
        if rest.isEmpty, name == "remove" { return node.setting(step, nil) }
        return apply(rest, to: child).map { node.setting(step, $0) }
    }

    private func apply(_ step: String, _ rest: ArraySlice<String>, to list: [Node]) -> Node? {
        var items = list
        guard let index = Int(step), (0...items.count).contains(index) else { return nil }
        if rest.isEmpty, name == "add" {
            guard let value else { return nil }
            items.insert(value, at: index)
            return Node(items)
        }
        guard index < items.count else { return nil }
        if rest.isEmpty, name == "remove" {
            items.remove(at: index)
        } else {
            guard let changed = apply(rest, to: items[index]) else { return nil }
            items[index] = changed
        }
        return Node(items)
    }
}

/// What makes one value out of another, as a JSON patch (RFC 6902) of `add`, `replace` and `remove`: nothing
/// is named that stays as it is, and the operations hold in the order given.
package struct JSONPatchDiff {
    /// Cells of the table by which the items of two lists are matched; longer lists are compared place by
    /// place.
    private static let tableLimit = 1 << 16

    private var operations: [Node] = []

    private init() {}

    /// The operations that make `new` out of `old`; an empty list when they are equal.
    package static func patch(from old: Node, to new: Node) -> Node { patch(from: old, to: new, on: old) }

    /// The operations that bring a change from `old` to `new` to `target`, which `old` is a reading of: it
    /// may spell values otherwise, and have more fields or fewer.
    package static func patch(from old: Node, to new: Node, on target: Node) -> Node {
        var diff = JSONPatchDiff()
        diff.compare(old, new, target, at: "")
        return Node(diff.operations)
    }

    private mutating func compare(_ old: Node, _ new: Node, _ target: Node, at path: String) {
        if let before = old.map, let after = new.map, target.map != nil {
            compareMaps(before, after, old, new, target, at: path)
        } else if let before = old.list, let after = new.list, let items = target.list,
            items.count == before.count
        {
            compareLists(before, after, items, at: path)
        } else if old != new {
            emit("replace", path, new)
        }
    }

    private mutating func compareMaps(
        _ before: [Node.Entry], _ after: [Node.Entry], _ old: Node, _ new: Node, _ target: Node,
        at path: String
    ) {
        for entry in before where new[entry.key] == nil && target[entry.key] != nil {
            emit("remove", Self.path(path, entry.key), nil)
        }
        for entry in after {
            let place = Self.path(path, entry.key)
            let known = old[entry.key]
            guard let there = target[entry.key] else {
                if known != entry.value { emit("add", place, entry.value) }
                continue
            }
            if let known {
                compare(known, entry.value, there, at: place)
            } else {
                // What is there reads as nothing: null, or an empty list.
                emit("replace", place, entry.value)
            }
        }
    }

    // MARK: Lists

    private mutating func compareLists(_ old: [Node], _ new: [Node], _ target: [Node], at path: String) {
        var from = 0
        var to = 0
        // `to` is also the place in the list as the operations so far have made it.
        for pair in Self.matches(old, new) + [(old.count, new.count)] {
            while from < pair.0, to < pair.1 {
                compare(old[from], new[to], target[from], at: "\(path)/\(to)")
                (from, to) = (from + 1, to + 1)
            }
            for _ in from..<pair.0 { emit("remove", "\(path)/\(to)", nil) }
            for place in to..<pair.1 { emit("add", "\(path)/\(place)", new[place]) }
            if pair.0 < old.count {
                compare(old[pair.0], new[pair.1], target[pair.0], at: "\(path)/\(pair.1)")
            }
            (from, to) = (pair.0 + 1, pair.1 + 1)
        }
    }

    /// The places of items that are the same in both lists, in order and as many as there are.
    private static func matches(_ old: [Node], _ new: [Node]) -> [(Int, Int)] {
        var start = 0
        while start < min(old.count, new.count), same(old[start], new[start]) { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start,
            same(old[old.count - 1 - end], new[new.count - 1 - end])
        { end += 1 }
        let head = (0..<start).map { ($0, $0) }
        let tail = (0..<end).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
        let middle = commonItems(old[start..<(old.count - end)], new[start..<(new.count - end)])
        return head + middle + tail
    }

    /// The longest common subsequence.
    private static func commonItems(_ old: ArraySlice<Node>, _ new: ArraySlice<Node>) -> [(Int, Int)] {
        let width = new.count + 1
        guard !old.isEmpty, !new.isEmpty, old.count < tableLimit / width else { return [] }
        let (a, b) = (Array(old), Array(new))
        let equal = a.map { item in b.map { same(item, $0) } }
        var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i * width + j] =
                    equal[i][j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if equal[i][j] {
                pairs.append((old.startIndex + i, new.startIndex + j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    /// Whether an item is another one, changed or not: items with a name are who they are by that.
    private static func same(_ a: Node, _ b: Node) -> Bool {
        if let name = a["name"]?.string, let other = b["name"]?.string { return name == other }
        return a == b
    }

    // MARK: Operations

    private mutating func emit(_ operation: String, _ path: String, _ value: Node?) {
        var node: Node = ["op": Node(operation), "path": Node(path)]
        if let value { node.set("value", value) }
        operations.append(node)
    }

    private static func path(_ parent: String, _ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
            return "\(parent)/\(key)"
        }
        var step = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": step += "~0"
            case "/": step += "~1"
            default: step.unicodeScalars.append(scalar)
            }
        }
        return "\(parent)/\(step)"
    }
}

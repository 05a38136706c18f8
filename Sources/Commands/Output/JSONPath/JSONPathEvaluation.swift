import YAML

extension JSONPath {
    /// What the template prints for an object; several values of one `{…}` are separated by spaces.
    func text(of node: Node) throws(JSONPathError) -> String {
        var result = ""
        try print(parts, of: node, into: &result)
        return result
    }

    /// The values that all paths of the template lead to, ranges left out.
    func values(in node: Node) throws(JSONPathError) -> [Node] {
        var values: [Node] = []
        for case .values(let steps) in parts { values += try Self.walk(steps, from: node) }
        return values
    }

    private func print(_ parts: [Part], of node: Node, into result: inout String) throws(JSONPathError) {
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .values(let steps):
                result += try Self.walk(steps, from: node).map(\.jsonPathText).joined(separator: " ")
            case .range(let steps, let inner):
                for item in try Self.walk(steps, from: node) { try print(inner, of: item, into: &result) }
            }
        }
    }

    private static func walk(_ steps: [Step], from node: Node) throws(JSONPathError) -> [Node] {
        var current = [node]
        for step in steps {
            var next: [Node] = []
            for node in current { next += try advance(step, from: node) }
            current = next
        }
        return current
    }

    private static func advance(_ step: Step, from node: Node) throws(JSONPathError) -> [Node] {
        switch step {
        case .field(let name): return node[name].map { [$0] } ?? []
        case .everyChild: return node.children
        case .descendants: return node.descendants
        case .constant(let value): return [value]
        case .index(let index):
            let items = try items(of: node)
            let place = index < 0 ? items.count + index : index
            return items.indices.contains(place) ? [items[place]] : []
        case .slice(let from, let to, let by): return slice(try items(of: node), from, to, by)
        case .union(let alternatives):
            var values: [Node] = []
            for steps in alternatives { values += try walk(steps, from: node) }
            return values
        case .filter(let filter):
            var values: [Node] = []
            for item in try items(of: node) where try keeps(item, filter) { values.append(item) }
            return values
        }
    }

    private static func items(of node: Node) throws(JSONPathError) -> [Node] {
        if node.isNull { return [] }
        guard let items = node.list else {
            throw JSONPathError("\(node.kindName) cannot be indexed like a list")
        }
        return items
    }

    private static func slice(_ items: [Node], _ from: Int?, _ to: Int?, _ by: Int) -> [Node] {
        func bound(_ index: Int) -> Int {
            min(max(index < 0 ? items.count + index : index, 0), items.count)
        }
        let (first, end) = (bound(from ?? 0), bound(to ?? items.count))
        return first < end ? stride(from: first, to: end, by: min(by, items.count)).map { items[$0] } : []
    }

    private static func keeps(_ item: Node, _ filter: Filter) throws(JSONPathError) -> Bool {
        let left = try walk(filter.left, from: item)
        guard let (sign, rightSteps) = filter.comparison else { return !left.isEmpty }
        let right = try walk(rightSteps, from: item)
        guard let a = left.first, let b = right.first else { return false }
        switch sign {
        case .equal: return a == b
        case .notEqual: return a != b
        case .less: return a.precedes(b)
        case .greater: return b.precedes(a)
        case .atMost: return a == b || a.precedes(b)
        case .atLeast: return a == b || b.precedes(a)
        }
    }
}

extension Node {
    fileprivate var children: [Node] { list ?? map?.map(\.value) ?? [] }

    /// The node itself and everything below it, in reading order.
    fileprivate var descendants: [Node] {
        var found: [Node] = []
        var waiting = [self]
        while let node = waiting.popLast() {
            found.append(node)
            waiting += node.children.reversed()
        }
        return found
    }

    /// The order of numbers among numbers and of texts among texts; other pairs have none.
    func precedes(_ other: Node) -> Bool {
        if let a = string, let b = other.string { return a < b }
        if let a = int, let b = other.int { return a < b }
        if let a = double, let b = other.double { return a < b }
        return false
    }

    /// A text as it is, nothing for null, everything else as compact JSON.
    var jsonPathText: String {
        if isNull { return "" }
        return string ?? JSONWriter.text(self, style: .compact)
    }
}

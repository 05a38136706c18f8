package import YAML

/// Lays what somebody wants over what is there.
package enum StructuredMerge {
    /// Maps are merged field by field and lists by the keys of their items; everything else is replaced. A
    /// null takes a field away.
    package static func merge(_ wanted: Node, over current: Node?, _ layout: FieldLayout) -> Node {
        if let entries = wanted.map, !layout.isAtomicMap {
            var result = current?.map == nil ? .emptyMap : current ?? .emptyMap
            for entry in entries {
                let inner = layout.field(entry.key)
                let value = entry.value.isNull ? nil : merge(entry.value, over: result[entry.key], inner)
                result.set(entry.key, value)
            }
            return result
        }
        if let items = wanted.list, let keys = layout.elements(items) {
            let there = current?.list ?? []
            return Node(merge(items, keys, over: there, layout.elements(there) ?? [], layout))
        }
        return wanted
    }

    /// Items of both keep the wanted order; the others stay before the item that they stood before.
    private static func merge(
        _ wanted: [Node], _ keys: [PathElement], over current: [Node], _ there: [PathElement],
        _ layout: FieldLayout
    ) -> [Node] {
        let old = Dictionary(zip(there, current), uniquingKeysWith: { first, _ in first })
        let isWanted = Set(keys)
        var rest = Array(zip(there, current))[...]
        var result: [Node] = []
        for (key, item) in zip(keys, wanted) {
            guard let existing = old[key] else {
                result.append(merge(item, over: nil, layout))
                continue
            }
            while let (other, node) = rest.first {
                rest = rest.dropFirst()
                if other == key { break }
                if !isWanted.contains(other) { result.append(node) }
            }
            result.append(merge(item, over: existing, layout))
        }
        return result + rest.filter { !isWanted.contains($0.0) }.map(\.1)
    }
}

package import YAML

/// What `kubectl apply` and `kubectl patch` send for Kubernetes' own kinds: a merge patch that merges lists
/// by a key of their items, as the types of the fields say, and has directives of its own.
package struct StrategicMergePatch {
    /// Fields of the place that is patched; nil where the tables know nothing: then lists are replaced.
    private let type: MessageType?

    package init(_ type: MessageType?) { self.type = type }

    private static let directive = "$patch"
    private static let order = "$setElementOrder/"
    private static let primitives = "$deleteFromPrimitiveList/"
    private static let retained = "$retainKeys"

    package func apply(_ patch: Node, to target: Node) -> Node {
        guard let entries = patch.map else { return patch }
        switch patch[Self.directive]?.string {
        case "replace": return patch.setting(Self.directive, nil)
        case "delete": return .emptyMap
        default: break
        }
        var result = target.map == nil ? Node.emptyMap : target
        if let names = patch[Self.retained]?.list?.compactMap(\.string) {
            result = Node((result.map ?? []).filter { names.contains($0.key) })
        }
        for entry in entries { removePrimitives(&result, by: entry) }
        for entry in entries where !entry.key.hasPrefix("$") {
            result.set(entry.key, value(entry, in: result[entry.key]))
        }
        for entry in entries { reorder(&result, by: entry, target, patch) }
        return result
    }

    /// nil for what the patch takes away.
    private func value(_ entry: Node.Entry, in old: Node?) -> Node? {
        if entry.value.isNull { return nil }
        let field = type?.field(entry.key)
        guard let items = entry.value.list else {
            return StrategicMergePatch(field?.type.message).apply(entry.value, to: old ?? .null)
        }
        guard let field, field.isMerged else { return Node(items.filter { $0[Self.directive] == nil }) }
        guard let key = field.mergeKey, field.type.message != nil else {
            let known = old?.list ?? []
            return Node(known + items.filter { !known.contains($0) })
        }
        return merged(items, into: old?.list ?? [], by: key, StrategicMergePatch(field.type.message))
    }

    private func merged(_ patch: [Node], into target: [Node], by key: String, _ inner: StrategicMergePatch)
        -> Node
    {
        if patch.contains(where: { $0[Self.directive]?.string == "replace" }) {
            return Node(patch.filter { $0[Self.directive] == nil })
        }
        var result = target
        var keys = target.map { $0[key] }
        for item in patch {
            let itemKey = item[key]
            if item[Self.directive]?.string == "delete" {
                result.removeAll { $0[key] == itemKey }
                keys.removeAll { $0 == itemKey }
            } else if let index = keys.firstIndex(of: itemKey) {
                result[index] = inner.apply(item, to: result[index])
            } else {
                result.append(inner.apply(item, to: .null))
                keys.append(itemKey)
            }
        }
        return Node(result)
    }

    /// `$deleteFromPrimitiveList/LIST` names values that go.
    private func removePrimitives(_ result: inout Node, by entry: Node.Entry) {
        guard entry.key.hasPrefix(Self.primitives), let values = entry.value.list else { return }
        let name = String(entry.key.dropFirst(Self.primitives.count))
        guard let items = result[name]?.list else { return }
        result.set(name, Node(items.filter { !values.contains($0) }))
    }

    /// Puts the items of merged lists into the order that the patch wants: that of `$setElementOrder/LIST`,
    /// or of its own items. Items that it does not name keep their order, and stand before a named one only
    /// if they did so already.
    private func reorder(_ result: inout Node, by entry: Node.Entry, _ target: Node, _ patch: Node) {
        let isOrder = entry.key.hasPrefix(Self.order)
        let name = isOrder ? String(entry.key.dropFirst(Self.order.count)) : entry.key
        guard isOrder || patch[Self.order + name] == nil, let wanted = entry.value.list,
            let items = result[name]?.list, let field = type?.field(name), field.isMerged
        else { return }
        let key = field.type.message == nil ? nil : field.mergeKey
        let inWanted = ListPlaces(wanted, by: key)
        let places = items.map { inWanted[$0] }
        let found = places.compactMap(\.self)
        if found.count == items.count, zip(found, found.dropFirst()).allSatisfy({ $0 <= $1 }) { return }
        let named = items.indices.filter { places[$0] != nil }
            .sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
        var others = items.indices.filter { places[$0] == nil }[...]
        let inTarget = ListPlaces(target[name]?.list ?? [], by: key)
        var sorted: [Node] = []
        for index in named {
            while let other = others.first, let left = inTarget[items[other]],
                let right = inTarget[items[index]], left < right
            {
                sorted.append(items[others.removeFirst()])
            }
            sorted.append(items[index])
        }
        result.set(name, Node(sorted + others.map { items[$0] }))
    }
}

/// Where the items of a list stand, known by a field of theirs, or whole where there is no such field.
private struct ListPlaces {
    private let key: String?
    private var named: [String: Int] = [:]
    private var others: [(item: Node?, place: Int)] = []

    init(_ list: [Node], by key: String?) {
        self.key = key
        for (place, item) in list.enumerated() {
            if let name = identity(item)?.string {
                if named[name] == nil { named[name] = place }
            } else {
                others.append((identity(item), place))
            }
        }
    }

    /// The first place of an item that counts as the same.
    subscript(item: Node) -> Int? {
        let identity = identity(item)
        if let name = identity?.string { return named[name] }
        return others.first { $0.item == identity }?.place
    }

    private func identity(_ item: Node) -> Node? { key.map { item[$0] } ?? item }
}

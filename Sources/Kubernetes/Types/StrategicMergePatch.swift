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
        for item in patch {
            let index = result.firstIndex { $0[key] == item[key] }
            if item[Self.directive]?.string == "delete" {
                result.removeAll { $0[key] == item[key] }
            } else if let index {
                result[index] = inner.apply(item, to: result[index])
            } else {
                result.append(inner.apply(item, to: .null))
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
        func place(_ item: Node, _ list: [Node]) -> Int? {
            list.firstIndex { other in key.map { other[$0] == item[$0] } ?? (other == item) }
        }
        let named = items.filter { place($0, wanted) != nil }
            .sorted { (place($0, wanted) ?? 0) < (place($1, wanted) ?? 0) }
        var others = items.filter { place($0, wanted) == nil }[...]
        let before = target[name]?.list ?? []
        var sorted: [Node] = []
        for item in named {
            while let other = others.first, let left = place(other, before),
                let right = place(item, before), left < right
            {
                sorted.append(others.removeFirst())
            }
            sorted.append(item)
        }
        result.set(name, Node(sorted + others))
    }
}

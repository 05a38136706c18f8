package import YAML

extension FieldTree {
    /// All places that a value says something about: what its writer owns.
    package init(of value: Node, _ layout: FieldLayout) {
        switch value.content {
        case .map(let entries) where !entries.isEmpty && !layout.isAtomicMap:
            for entry in entries {
                self[.field(entry.key)] = FieldTree(of: entry.value, layout.field(entry.key))
            }
        case .list(let items) where !items.isEmpty:
            guard let elements = layout.elements(items) else {
                isMember = true
                return
            }
            for (element, item) in zip(elements, items) {
                var child = FieldTree(of: item, layout)
                child.isMember = true
                self[element] = child
            }
        default: isMember = true
        }
    }
}

extension Node {
    /// The value without the places of a set and all that is below them.
    package func removing(_ places: FieldTree, _ layout: FieldLayout) -> Node {
        if places.isEmpty { return self }
        switch content {
        case .map(let entries):
            return Node(
                entries.compactMap { entry in
                    guard let below = places[.field(entry.key)] else { return entry }
                    let inner = layout.field(entry.key)
                    guard !below.isMember, let rest = entry.value.kept(without: below, inner) else {
                        return nil
                    }
                    return Entry(entry.key, rest)
                })
        case .list(let items):
            guard let elements = layout.elements(items) else { return self }
            return Node(
                zip(elements, items).compactMap { element, item in
                    guard let below = places[element] else { return item }
                    return below.isMember ? nil : item.removing(below, layout)
                })
        default: return self
        }
    }

    /// Nil for what has lost its last content where the API leaves out what has none.
    private func kept(without places: FieldTree, _ layout: FieldLayout) -> Node? {
        let rest = removing(places, layout)
        return layout.dropsEmpty && rest.isBare && !isBare ? nil : rest
    }

    private var isBare: Bool { map?.isEmpty ?? list?.isEmpty ?? false }
}

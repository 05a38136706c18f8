import YAML

/// What differs between two states of an object.
struct FieldComparison: Equatable, Sendable {
    var added = FieldTree()
    var modified = FieldTree()
    var removed = FieldTree()

    var isSame: Bool { added.isEmpty && modified.isEmpty && removed.isEmpty }

    init() {}

    init(from old: Node?, to new: Node?, _ layout: FieldLayout) {
        switch (old, new) {
        case (nil, nil): break
        case (nil, let new?):
            added = FieldTree(of: new, layout).withContainers
        case (let old?, nil):
            removed = FieldTree(of: old, layout).withContainers
        case (let old?, let new?): compare(old, new, layout)
        }
    }

    private mutating func compare(_ old: Node, _ new: Node, _ layout: FieldLayout) {
        if let old = old.map, let new = new.map, !layout.isAtomicMap {
            let theirs = Self.steps(new.map { (.field($0.key), $0.value) })
            let ours = Self.steps(old.map { (.field($0.key), $0.value) })
            descend(ours, theirs) { element in layout.field(String(element.text.dropFirst(2))) }
        } else if let old = old.list, let new = new.list, let before = layout.elements(old),
            let after = layout.elements(new)
        {
            descend(Self.steps(zip(before, old)), Self.steps(zip(after, new))) { _ in layout }
        } else if old != new {
            modified.isMember = true
            // What was below a value of another form is gone with it.
            removed = FieldTree(of: old, layout).subtracting(.leaf)
            added = FieldTree(of: new, layout).subtracting(.leaf)
        }
    }

    private static func steps(_ pairs: some Sequence<(PathElement, Node)>) -> [PathElement: Node] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private mutating func descend(
        _ old: [PathElement: Node], _ new: [PathElement: Node], _ layout: (PathElement) -> FieldLayout
    ) {
        for element in Set(old.keys).union(new.keys) {
            let below = FieldComparison(from: old[element], to: new[element], layout(element))
            added[element] = below.added
            modified[element] = below.modified
            removed[element] = below.removed
        }
    }
}

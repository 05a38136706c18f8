package import YAML

/// A set of places in an object.
///
/// A place may be in the set by itself (a scalar, a list that is one value, an item of a list), and so may
/// places below it.
package struct FieldTree: Equatable, Sendable {
    /// Whether this place itself is in the set.
    var isMember = false
    private(set) var children: [PathElement: FieldTree] = [:]

    /// A single place.
    static let leaf = FieldTree(isMember: true)

    package init(isMember: Bool = false) { self.isMember = isMember }

    package var isEmpty: Bool { !isMember && children.isEmpty }

    /// What is below a step; setting an empty set takes the step out.
    subscript(element: PathElement) -> FieldTree? {
        get { children[element] }
        set { children[element] = newValue?.isEmpty == true ? nil : newValue }
    }

    package func union(_ other: FieldTree) -> FieldTree {
        var result = self
        result.isMember = isMember || other.isMember
        result.children.merge(other.children) { $0.union($1) }
        return result
    }

    package func subtracting(_ other: FieldTree) -> FieldTree {
        var result = FieldTree(isMember: isMember && !other.isMember)
        for (element, child) in children {
            result[element] = other.children[element].map { child.subtracting($0) } ?? child
        }
        return result
    }

    func intersection(_ other: FieldTree) -> FieldTree {
        var result = FieldTree(isMember: isMember && other.isMember)
        for (element, child) in children {
            if let theirs = other.children[element] { result[element] = child.intersection(theirs) }
        }
        return result
    }

    /// The same, with every field that has places below it: a map is not removed while somebody owns a part
    /// of it.
    package var withParents: FieldTree {
        var result = FieldTree(isMember: isMember)
        for (element, child) in children {
            var child = child.withParents
            if element.isField, !child.children.isEmpty { child.isMember = true }
            result.children[element] = child
        }
        return result
    }

    /// The same, with every map and list on the way: who makes a part of an object makes these too.
    var withContainers: FieldTree {
        var result = FieldTree(isMember: true)
        result.children = children.mapValues(\.withContainers)
        return result
    }

    /// Every place of the set as conflicts show it, such as `.spec.ports[port=80].name`, in a fixed order.
    var paths: [String] {
        (isMember ? [""] : [])
            + children.sorted { $0.key < $1.key }.flatMap { element, child in
                child.paths.map { element.shown + $0 }
            }
    }
}

// MARK: As JSON

extension FieldTree {
    /// Nil for what is no set of fields.
    package init?(fieldsV1 node: Node) {
        guard let entries = node.map else { return nil }
        for entry in entries {
            if entry.key == "." {
                isMember = true
                continue
            }
            guard let element = PathElement(fieldsV1: entry.key), var child = FieldTree(fieldsV1: entry.value)
            else { return nil }
            if child.isEmpty { child.isMember = true }
            children[element] = child
        }
    }

    package var fieldsV1: Node {
        var entries = isMember && !children.isEmpty ? [Node.Entry(".", .emptyMap)] : []
        for (element, child) in children.sorted(by: { $0.key < $1.key }) {
            entries.append(Node.Entry(element.text, child.fieldsV1))
        }
        return Node(entries)
    }
}

package import Diagnostics
package import YAML

/// Finds the ways to many places in one walk through a tree. Where an alias repeats a part of the tree, the
/// way to
/// its first use is found.
struct PathSearch {
    private var wanted: [Mark: [Place]]
    private var found: [Place: FieldPath] = [:]
    private var steps: [FieldPath.Step] = []

    init(_ places: [Place]) {
        wanted = Dictionary(grouping: Set(places.filter { $0.mark.isKnown }), by: \.mark)
    }

    mutating func visit(_ node: Node) {
        if wanted.isEmpty { return }
        switch node.content {
        case .map(let entries):
            take(node.mark) { place in
                switch place {
                case .value: []
                case .missing(let name, _): [.field(name)]
                case .key: nil
                }
            }
            for entry in entries {
                steps.append(entry.key.isFieldName ? .field(entry.key) : .key(entry.key))
                take(entry.keyMark) { if case .key(entry.key, _) = $0 { [] } else { nil } }
                visit(entry.value)
                steps.removeLast()
            }
        case .list(let items):
            take(node.mark) { if case .value = $0 { [] } else { nil } }
            for (index, item) in items.enumerated() {
                steps.append(.index(index))
                visit(item)
                steps.removeLast()
            }
        default: take(node.mark) { if case .value = $0 { [] } else { nil } }
        }
    }

    /// Empty for a place that the tree does not have; the field alone where one is missing in a tree without
    /// marks.
    func path(to place: Place) -> FieldPath {
        if let path = found[place] { return path }
        if case .missing(let name, _) = place, !place.mark.isKnown { return FieldPath([.field(name)]) }
        return FieldPath()
    }

    /// Settles the places at `mark` for which `rest` knows the steps beyond the current ones.
    private mutating func take(_ mark: Mark, _ rest: (Place) -> [FieldPath.Step]?) {
        guard let places = wanted[mark] else { return }
        var left: [Place] = []
        for place in places {
            if let rest = rest(place) { found[place] = FieldPath(steps + rest) } else { left.append(place) }
        }
        wanted[mark] = left.isEmpty ? nil : left
    }
}

extension Node {
    /// The way to a place; empty when the tree does not have it.
    package func path(to place: Place) -> FieldPath { paths(to: [place])[0] }

    /// The ways to several places, found in one walk.
    package func paths(to places: [Place]) -> [FieldPath] {
        var search = PathSearch(places)
        search.visit(self)
        return places.map { search.path(to: $0) }
    }
}

extension String {
    /// Whether the key can stand in a path without brackets.
    fileprivate var isFieldName: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "@"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

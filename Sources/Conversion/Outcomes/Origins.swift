import Diagnostics
import YAML

/// Where every value of the input stands.
///
/// During a conversion, a node's mark is not a place in a text but a number that says which value of the
/// input it is (`Mark.none` for what the program made). New objects are built of the old nodes, through as
/// many stages as it takes, and so each value of the output knows where it came from.
struct Origins: Sendable {
    struct Entry: Sendable {
        let value: Node
        let object: Int
        /// Number of the value around this one; 0 for the object itself.
        let parent: UInt32
        let step: FieldPath.Step?
        let position: Position

        /// Whether the value has no values in it.
        var isLeaf: Bool {
            switch value.content {
            case .list(let items): items.isEmpty
            case .map(let entries): entries.isEmpty
            default: true
            }
        }
    }

    private(set) var entries: [Entry] = []
    private(set) var objects: [ConvertedName] = []

    /// The object with numbers for marks.
    mutating func number(_ object: Node, in source: Source) -> Node {
        objects.append(ConvertedName(object))
        return number(object, parent: 0, step: nil, source)
    }

    private mutating func number(_ node: Node, parent: UInt32, step: FieldPath.Step?, _ source: Source)
        -> Node
    {
        entries.append(
            Entry(
                value: node, object: objects.count - 1, parent: parent, step: step,
                position: source.position(node.mark)))
        let id = UInt32(entries.count)
        var copy = node
        copy.mark = Mark(line: id, column: 1)
        switch node.content {
        case .list(let items):
            copy.content = .list(
                items.enumerated().map { number($1, parent: id, step: .index($0), source) })
        case .map(let fields):
            copy.content = .map(
                fields.map { field in
                    let value = number(field.value, parent: id, step: Self.step(field.key), source)
                    return Node.Entry(field.key, value, at: value.mark)
                })
        default: break
        }
        return copy
    }

    private static func step(_ key: String) -> FieldPath.Step {
        let isName = key.utf8.allSatisfy {
            ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
        }
        return isName && !key.isEmpty ? .field(key) : .key(key)
    }

    subscript(id: UInt32) -> Entry? {
        id > 0 && Int(id) <= entries.count ? entries[Int(id) - 1] : nil
    }

    func path(of id: UInt32) -> FieldPath {
        var steps: [FieldPath.Step] = []
        var at = self[id]
        while let entry = at {
            if let step = entry.step { steps.append(step) }
            at = self[entry.parent]
        }
        return FieldPath(steps.reversed())
    }
}

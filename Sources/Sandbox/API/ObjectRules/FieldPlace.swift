import YAML

/// A field of an object and where it stands, for rules to walk along.
struct FieldPlace {
    /// nil when the field is not there.
    let node: Node?
    /// As Kubernetes writes it: `spec.containers[0].name`; empty for the object.
    let path: String

    init(_ object: Node) {
        node = object
        path = ""
    }

    private init(_ node: Node?, _ path: String) {
        self.node = node
        self.path = path
    }

    subscript(_ key: String) -> FieldPlace {
        FieldPlace(node?[key], path.isEmpty ? key : "\(path).\(key)")
    }

    /// The same place with another value: a key of a map is told where the map stands.
    func holding(_ node: Node?) -> FieldPlace { FieldPlace(node, path) }

    subscript(_ keys: [String]) -> FieldPlace { keys.reduce(self) { $0[$1] } }

    /// A place below, of a value that is not there, as it is written.
    func missing(_ key: String) -> FieldPlace { FieldPlace(nil, "\(path)[\(key)]") }

    /// The elements of a list; none of anything else.
    var items: [FieldPlace] {
        (node?.list ?? []).enumerated().map { FieldPlace($0.element, "\(path)[\($0.offset)]") }
    }

    /// The entries of a map, whose keys are the user's.
    var entries: [(key: String, value: FieldPlace)] {
        (node?.map ?? []).map { ($0.key, FieldPlace($0.value, "\(path)[\($0.key)]")) }
    }

    var isThere: Bool { node.map { !$0.isNull } ?? false }
    /// The text of a field, empty when it has none.
    var text: String { node?.string ?? "" }
    var int: Int64? { node?.int }
    /// Whether a list, a map or a text has nothing in it, or the field is not there.
    var isEmpty: Bool {
        guard let node else { return true }
        switch node.content {
        case .string(let text): return text.isEmpty
        case .list(let items): return items.isEmpty
        case .map(let entries): return entries.isEmpty
        case .null: return true
        default: return false
        }
    }
}

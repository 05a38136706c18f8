import IstioAPI
import Kubernetes
package import Schema
package import Validation
import YAML

/// How a place in an object of a kind is merged: by what the items of a list are known, and which maps and
/// lists are one value.
package struct FieldLayout: Sendable {
    /// A field by which items of a list are known, with the value that an item without it has.
    struct Key: Sendable, Equatable {
        let name: String
        var fallback: Node?
    }

    enum Items: Sendable, Equatable {
        /// The list is one value.
        case atomic
        /// Each scalar stands for itself.
        case set
        case keyed([Key])
    }

    private let kind: Kind
    private let isCustom: Bool
    /// Of a kind of the user's.
    private let schema: StructuralSchema?
    /// Names of fields from the object on; items of lists add none.
    private var path: [String] = []

    package init(_ kind: Kind, schema: StructuralSchema? = nil) {
        self.kind = kind
        self.schema = schema
        isCustom = schema != nil || kind.group.hasSuffix(".istio.io")
    }

    func field(_ name: String) -> FieldLayout {
        var layout = self
        layout.path.append(name)
        return layout
    }

    private var name: String { path.last ?? "" }
    private var parent: String { path.dropLast().last ?? "" }

    /// What a list here consists of.
    var items: Items {
        if parent == "metadata" {
            return switch name {
            case "finalizers": .set
            case "ownerReferences": .keyed([Key(name: "uid")])
            default: .atomic
            }
        }
        if let schema {
            guard let place = schema.place(path), let keys = place.listKeys else { return .atomic }
            return keys.isEmpty
                ? .set : .keyed(keys.map { Key(name: $0, fallback: place.place([$0])?.defaultValue) })
        }
        if isCustom { return DeclaredLists.keys(of: kind, at: path).map { .keyed($0) } ?? .atomic }
        switch declared?.merging {
        case .keyed(let names): return .keyed(names.map { Key(name: $0, fallback: Self.fallbacks[$0]) })
        case .set: return .set
        default: return .atomic
        }
    }

    /// What items without a key field have for it.
    private static let fallbacks: [String: Node] = ["protocol": "TCP"]

    /// The field of one of Kubernetes' own kinds.
    private var declared: MessageType.Field? {
        KubernetesTypes.message(apiVersion: kind.apiVersion(), kind: kind.name)?.field(at: path)
    }

    /// Whether a map here is one value.
    var isAtomicMap: Bool {
        if let schema { return schema.place(path)?.isAtomicMap ?? false }
        return !isCustom && CoreLists.atomicMaps.contains(name) && parent != "metadata"
    }

    /// Whether the API leaves out a map or list without content here. Custom objects are stored as they are.
    var dropsEmpty: Bool { !isCustom || path.first == "metadata" }
}

extension FieldLayout {
    /// The step to each item of a list, in order; nil when the list must be taken as one value: it is atomic,
    /// or items have no key, or two have the same.
    func elements(_ list: [Node]) -> [PathElement]? {
        guard items != .atomic else { return nil }
        let elements = list.compactMap(element)
        guard elements.count == list.count, Set(elements).count == list.count else { return nil }
        return elements
    }

    /// The step to an item; nil when it has no key.
    func element(_ item: Node) -> PathElement? {
        switch items {
        case .atomic: return nil
        case .set: return item.map == nil && item.list == nil ? .value(item) : nil
        case .keyed(let keys):
            var fields: [Node.Entry] = []
            for key in keys {
                guard let value = item[key.name] ?? key.fallback, value.map == nil, value.list == nil else {
                    return nil
                }
                fields.append(Node.Entry(key.name, value))
            }
            return .key(fields)
        }
    }
}

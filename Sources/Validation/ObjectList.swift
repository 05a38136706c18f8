import YAML

/// Takes lists of objects apart.
enum ObjectList {
    /// The objects that a document stands for: none if it is empty, itself, or the items of a `List` or
    /// `…List`.
    static func objects(of root: Node) -> [Node] {
        if root.isNull || root.map?.isEmpty == true { return [] }
        guard let kind = root["kind"]?.string, kind.hasSuffix(suffix), let items = root["items"]?.list else {
            return [root]
        }
        return items.flatMap { objects(of: $0, in: root, String(kind.dropLast(suffix.count))) }
    }

    private static let suffix = "List"

    /// Items of a typed list, as an API server answers it, leave their own type out.
    private static func objects(of item: Node, in list: Node, _ kind: String) -> [Node] {
        guard !kind.isEmpty, item.map != nil, item["kind"] == nil else { return objects(of: item) }
        return [
            item.setting("kind", Node(kind)).setting("apiVersion", item["apiVersion"] ?? list["apiVersion"])
        ]
    }
}

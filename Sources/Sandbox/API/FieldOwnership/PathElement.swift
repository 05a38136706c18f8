import YAML

/// One step on the way to a field, spelled as `fieldsV1` of Kubernetes spells it: `f:spec`,
/// `k:{"name":"app"}`, `v:"text"`, `i:0`.
struct PathElement: Hashable, Comparable, Sendable {
    let text: String

    private init(text: String) { self.text = text }

    /// A field of a map.
    static func field(_ name: String) -> PathElement { PathElement(text: "f:" + name) }

    /// An item of a list, known by some of its fields.
    static func key(_ fields: [Node.Entry]) -> PathElement {
        PathElement(text: "k:" + json(Node(fields)))
    }

    /// An item of a list that is a set.
    static func value(_ item: Node) -> PathElement { PathElement(text: "v:" + json(item)) }

    /// Nil for what is no step.
    init?(fieldsV1 text: String) {
        guard ["f:", "k:", "v:", "i:"].contains(where: text.hasPrefix) else { return nil }
        self.text = text
    }

    /// Whether this is a field of a map, and not an item of a list.
    var isField: Bool { text.hasPrefix("f:") }

    /// As conflicts show it: `.spec`, `[name="app"]`, `[="text"]`, `[0]`.
    var shown: String {
        let rest = String(text.dropFirst(2))
        switch text.prefix(2) {
        case "f:": return ".\(rest)"
        case "v:": return "[=\(rest)]"
        case "k:":
            guard let fields = try? JSONReader.node(Array(rest.utf8)).map else { return "[\(rest)]" }
            return "[" + fields.map { "\($0.key)=\(Self.json($0.value))" }.joined(separator: ",") + "]"
        default: return "[\(rest)]"
        }
    }

    static func < (a: PathElement, b: PathElement) -> Bool { a.text < b.text }

    private static func json(_ node: Node) -> String {
        JSONWriter.text(node, style: .compact, sortsKeys: true, escapesHTML: false)
    }
}

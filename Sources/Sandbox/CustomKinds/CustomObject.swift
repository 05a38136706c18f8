import Schema
import Validation
import YAML

/// An object of a kind of the user's on its way into the store.
extension CustomKind.Version {
    /// The object without what its schema does not know and with what it fills in. `dropped` is told the
    /// paths of unknown fields. Metadata is the server's business.
    func settled(_ object: Node, dropped: (String) -> Void) -> Node {
        let outer = Set(["apiVersion", "kind", "metadata"])
        let content = Node((object.map ?? []).filter { !outer.contains($0.key) })
        let kept = schema.defaulted(schema.pruned(content, dropped: dropped))
        return Node(
            (object.map ?? []).filter { outer.contains($0.key) }
                + (kept.map ?? []).filter { !outer.contains($0.key) })
    }

    /// What the schema says against it.
    func causes(_ object: Node) -> [APIFailure.Cause] {
        var content = object
        // The schema may describe them; they are checked elsewhere.
        if content["metadata"] == nil { content.set("metadata", .emptyMap) }
        return schema.problems(of: content).filter { !$0.path.hasPrefix("metadata") }.map {
            APIFailure.Cause(reason: $0.reason, message: $0.message, field: $0.path)
        }
    }
}

import Diagnostics
import Kubernetes
import YAML

/// An object as it is and as it would be, both as text, without what the server decides.
struct ComparedObject: Sendable {
    let intent: Intent
    /// Empty when there is no object.
    let before: String
    let after: String
    /// What to tell about the way in which the two were found.
    var note: String?

    init(_ intent: Intent, live: Node?, merged: Node) {
        self.intent = intent
        var (live, merged) = (live.map(Self.normal), Self.normal(merged))
        if intent.reference.kind.group.isEmpty, intent.reference.kind.name == "Secret" {
            for field in ["data", "stringData"] { Self.mask(field, &live, &merged) }
        }
        before = live.map { YAMLWriter.text($0) } ?? ""
        after = YAMLWriter.text(merged)
    }

    func unifiedDiff(usesColor: Bool) -> String {
        let place = (intent.reference.namespace.map { "\($0.escapingControls)/" } ?? "")
        let name = "\(place)\(intent.reference.qualified)"
        return UnifiedDiff(from: before, to: after).text(
            old: "live/\(name)", new: "merged/\(name)", usesColor: usesColor)
    }

    private static let decided = [
        "managedFields", "resourceVersion", "generation", "creationTimestamp", "uid", "selfLink",
        "deletionTimestamp", "deletionGracePeriodSeconds",
    ]

    private static func normal(_ object: Node) -> Node {
        var object = object
        for field in decided { object.set(path: ["metadata", field], nil) }
        guard var annotations = object["metadata"]?["annotations"] else { return object }
        annotations.set(ThreeWayMerge.annotation, nil)
        let isEmpty = annotations.map?.isEmpty ?? true
        object.set(path: ["metadata", "annotations"], isEmpty ? nil : annotations)
        return object
    }

    /// Says of each value only whether it changes.
    private static func mask(_ field: String, _ live: inout Node?, _ merged: inout Node) {
        let (old, new) = (live?[field], merged[field])
        func masked(_ node: Node, _ other: Node?, _ word: String) -> Node {
            Node(
                (node.map ?? []).map { entry in
                    let isChanged = other?[entry.key].map { $0 != entry.value } ?? false
                    return Node.Entry(entry.key, Node(isChanged ? "*** (\(word))" : "***"))
                })
        }
        if let old { live?.set(field, masked(old, new, "before")) }
        if let new { merged.set(field, masked(new, old, "after")) }
    }
}

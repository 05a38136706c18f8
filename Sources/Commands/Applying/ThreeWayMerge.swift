import Sandbox
import Schema
import YAML

/// What `kubectl apply` does on its own side: lays a new configuration over an object, and takes away what
/// the last configuration had and the new one has not.
enum ThreeWayMerge {
    /// Where the last configuration is kept, as kubectl has it.
    static let annotation = "kubectl.kubernetes.io/last-applied-configuration"

    static func merge(_ new: Node, last: Node?, over current: Node, _ kind: Kind) -> Node {
        let layout = FieldLayout(kind)
        let merged = StructuredMerge.merge(new, over: current, layout)
        guard let last else { return merged }
        let gone = FieldTree(of: last, layout).subtracting(FieldTree(of: new, layout).withParents)
        return merged.removing(gone, layout)
    }

    /// The configuration with itself as annotation.
    static func annotated(_ object: Node) -> Node {
        var bare = object
        bare.set(path: ["metadata", "annotations", annotation], nil)
        let text = JSONWriter.text(bare, style: .compact, sortsKeys: true, escapesHTML: false)
        return bare.settingAnnotation(text + "\n")
    }

    /// The configuration that an object was last applied from; nil when none can be read.
    static func last(of object: Node) -> Node? {
        guard let text = object["metadata"]?["annotations"]?[annotation]?.string else { return nil }
        return try? JSONReader.node(Array(text.utf8))
    }

    /// The merge patch (RFC 7386) that leads from one state to another.
    static func patch(from old: Node, to new: Node) -> Node {
        guard let before = old.map, let after = new.map else { return new }
        var entries: [Node.Entry] = []
        for entry in before where new[entry.key] == nil { entries.append(Node.Entry(entry.key, .null)) }
        for entry in after {
            guard let current = old[entry.key] else {
                entries.append(entry)
                continue
            }
            guard current != entry.value else { continue }
            let isMap = current.map != nil && entry.value.map != nil
            entries.append(
                Node.Entry(entry.key, isMap ? patch(from: current, to: entry.value) : entry.value))
        }
        return Node(entries)
    }
}

extension Node {
    fileprivate func settingAnnotation(_ text: String) -> Node {
        var copy = self
        copy.set(path: ["metadata", "annotations", ThreeWayMerge.annotation], Node(text))
        return copy
    }
}

import Diagnostics
import Kubernetes
import Schema
import YAML

/// An object under the user's hands.
struct EditedObject: Sendable {
    let original: Node
    let kind: Kind
    let type: ResourceType

    init(_ original: Node, _ kind: Kind, _ type: ResourceType) {
        self.original = original
        self.kind = kind
        self.type = type
    }

    var reference: ObjectReference { ObjectReference(kind, of: original) }

    /// Whether an object of the edited text is this one, by what cannot be edited.
    func isSame(as node: Node) -> Bool {
        ["apiVersion", "kind"].allSatisfy { node[$0] == original[$0] }
            && ["name", "namespace"].allSatisfy { node[["metadata", $0]] == original[["metadata", $0]] }
    }

    /// What leads to the edited object, for the version that was shown only; nil when nothing was changed.
    func patch(to edited: Node) -> Patch? {
        guard edited != original else { return nil }
        let version = ["metadata", "resourceVersion"]
        var patch = ThreeWayMerge.patch(from: original, to: edited)
        patch.set(path: version, edited[version] ?? original[version])
        return Patch(.merge, patch)
    }
}

/// The text that the user edits.
struct EditedText {
    let objects: [EditedObject]
    let isJSON: Bool

    /// One object as it is, several in a `List`.
    var text: String {
        let nodes = objects.map(\.original)
        let node: Node =
            nodes.count == 1
            ? nodes[0] : ["apiVersion": "v1", "items": Node(nodes), "kind": "List", "metadata": .emptyMap]
        return isJSON ? JSONWriter.text(node, style: .pretty, sortsKeys: true) + "\n" : YAMLWriter.text(node)
    }

    /// What stands above the text.
    static func header(_ problems: [String]) -> String {
        let advice = [
            "Edit the object below. Lines at the top that begin with '#' are left out, and an empty file",
            "ends the edit. If something is wrong when this file is saved, it is opened again with the reason.",
        ]
        let lines = advice + (problems.isEmpty ? [] : [""] + problems.flatMap(Self.lines))
        return lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined() + "#\n"
    }

    private static func lines(_ text: String) -> [String] {
        text.escapingControlsKeepingLines.split(separator: "\n").map(String.init)
    }

    /// The same text with its header as empty lines: places in it stay right, and JSON can be read.
    static func withoutHeader(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let header = lines.prefix { $0.hasPrefix("#") }.count
        return String(repeating: "\n", count: header)
            + lines.dropFirst(header).joined(separator: "\n")
    }
}

import ArgumentParser
import YAML

/// How the objects that a command has changed are printed.
enum ObjectFormat: String, ExpressibleByArgument, CaseIterable {
    case name, json, yaml

    /// Names one a line; one object as it is, several in a `List`.
    func text(_ objects: [(intent: Intent, object: Node)]) -> String {
        if objects.isEmpty { return "" }
        return switch self {
        case .name: objects.map { $0.intent.reference.qualified + "\n" }.joined()
        case .json:
            JSONWriter.text(Self.document(objects.map(\.object)), style: .pretty, sortsKeys: true) + "\n"
        case .yaml: YAMLWriter.text(Self.document(objects.map(\.object)))
        }
    }

    private static func document(_ objects: [Node]) -> Node {
        let objects = objects.map { object in
            var object = object
            object.set(path: ["metadata", "managedFields"], nil)
            return object
        }
        guard objects.count > 1 else { return objects.first ?? .null }
        return ["apiVersion": "v1", "kind": "List", "items": Node(objects), "metadata": .emptyMap]
    }
}

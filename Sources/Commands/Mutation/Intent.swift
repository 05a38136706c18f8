import Diagnostics
import Kubernetes
import Schema
import YAML

/// One object, checked, with everything that a request for it needs.
struct Intent: Sendable {
    let reference: ObjectReference
    let type: ResourceType
    /// As written; `RequestBody` makes of it what is sent.
    let object: Node
    /// The type as it was typed, for an object that was named on the command line.
    var typed: String?

    /// How 0.7.1 called the object in its messages.
    var classicLabel: String {
        typed.map { "\($0.escapingControls) \(reference.name.escapingControls)" } ?? reference.classic
    }

    /// How messages about failures call the object.
    var label: String {
        typed != nil && reference.kind.generation == .classic
            ? reference.name.escapingControls : reference.text
    }

    var body: Node {
        RequestBody.node(object, kind: reference.kind, type: type, namespace: reference.namespace)
    }
}

extension Intent {
    /// To delete an object that was named on the command line.
    init(_ resolved: ResolvedType, typed: String, namespace: String, name: String) {
        self.init(
            reference: ObjectReference(
                resolved.kind, namespace: resolved.kind.isNamespaced ? namespace : nil, name: name),
            type: resolved.type, object: .emptyMap, typed: typed)
    }
}

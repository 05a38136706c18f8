import Kubernetes
import Schema
import YAML

@testable import Commands

extension Intent {
    /// An object of the namespace `default` with nothing but a name and what `object` says.
    init(_ kind: Kind, named name: String, _ object: Node = [:]) {
        var object = object
        object.set(path: ["metadata", "name"], Node(name))
        self.init(
            reference: ObjectReference(
                kind, namespace: kind.isNamespaced ? "default" : nil, name: name),
            type: ResourceType(kind), object: object)
    }
}

import Schema
import YAML

/// What somebody wants to do to an object, as webhooks are asked about it (AdmissionRequest of
/// admission.k8s.io/v1).
struct AdmissionOperation: Sendable {
    enum Verb: String, Sendable {
        case create = "CREATE"
        case update = "UPDATE"
        case delete = "DELETE"
        case connect = "CONNECT"
    }

    let verb: Verb
    let target: APITarget
    let name: String
    /// With `apiVersion` and `kind`; nil for a deletion.
    var object: Node?
    /// Before an update or a deletion.
    var old: Node?
    let isDryRun: Bool
    /// CreateOptions, UpdateOptions or DeleteOptions, as far as the request has any.
    var options: Node = .null

    /// The request in the body of a review. Each call has a `uid` of its own, which the answer repeats.
    func node(uid: String) -> Node {
        let kind = target.kind
        let type: Node = [
            "group": Node(kind.group), "version": Node(target.version), "kind": Node(kind.name),
        ]
        let resource: Node = [
            "group": Node(kind.group), "version": Node(target.version), "resource": Node(kind.plural),
        ]
        var node: Node = [
            "uid": Node(uid), "kind": type, "resource": resource, "requestKind": type,
            "requestResource": resource,
        ]
        if !name.isEmpty { node.set("name", Node(name)) }
        if let namespace { node.set("namespace", Node(namespace)) }
        node.set("operation", Node(verb.rawValue))
        node.set("userInfo", Reviews.user)
        node.set("object", object ?? .null)
        node.set("oldObject", old ?? .null)
        node.set("dryRun", Node(isDryRun))
        node.set("options", options)
        return node
    }

    /// The namespace that the object is in; a namespace counts as in itself.
    var namespace: String? {
        target.kind.isNamespace ? (name.isEmpty ? nil : name) : target.namespace
    }
}

extension ObjectDraft {
    /// The draft as those are shown it who are asked about it.
    func operation(_ verb: AdmissionOperation.Verb, of old: Node? = nil, isDryRun: Bool) -> AdmissionOperation
    {
        var object: Node = ["apiVersion": Node(target.apiVersion), "kind": Node(target.kind.name)]
        for entry in node.map ?? [] where entry.key != "apiVersion" && entry.key != "kind" {
            object.set(entry.key, entry.value)
        }
        return AdmissionOperation(
            verb: verb, target: target, name: name, object: object, old: old, isDryRun: isDryRun)
    }

    /// Takes over what webhooks made of it. What the server decides stays.
    mutating func accept(_ mutated: Node) throws(APIFailure) {
        guard mutated.map != nil, mutated["metadata"]?["name"]?.string ?? "" == name,
            mutated["metadata"]?["namespace"]?.string == node["metadata"]?["namespace"]?.string
        else { throw .badRequest("an admission webhook changed the name or the namespace of the object") }
        let metadata = node["metadata"]
        node = mutated
        for field in ["uid", "creationTimestamp", "generation", "resourceVersion"] {
            node.set(path: ["metadata", field], metadata?[field])
        }
    }
}

extension Kind {
    /// Whether this is the type of namespaces.
    var isNamespace: Bool { group.isEmpty && plural == "namespaces" }
}

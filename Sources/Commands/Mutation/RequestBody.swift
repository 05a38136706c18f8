import IstioAPI
import Kubernetes
import Schema
import YAML

/// What is sent to the server for an object.
enum RequestBody {
    /// Objects of 0.7.1's kinds are sent as 0.7.1 sent them: a few fields of the metadata, and the spec as
    /// its library wrote it back. Everything else is sent as it was written, with its namespace filled in.
    static func node(_ object: Node, kind: Kind, type: ResourceType, namespace: String?) -> Node {
        if Catalog.isMixer(kind) { return mixer(object, type, namespace) }
        if kind.generation == .classic, let message = Catalog.resource(for: kind) {
            return classic(object, message, type, namespace)
        }
        var body = object
        if let namespace { body.set(path: ["metadata", "namespace"], Node(namespace)) }
        return body
    }

    private static func classic(
        _ object: Node, _ message: any Resource.Type, _ type: ResourceType, _ namespace: String?
    ) -> Node {
        let metadata = metadata(
            object, namespace, keeping: ["name", "resourceVersion", "labels", "annotations"]
        )
        .setting("creationTimestamp", .null)
        return [
            "apiVersion": Node(type.apiVersion), "kind": Node(type.kind), "metadata": metadata,
            "spec": Canonical.node(object["spec"] ?? .emptyMap, as: message),
        ]
    }

    private static func mixer(_ object: Node, _ type: ResourceType, _ namespace: String?) -> Node {
        var metadata = metadata(object, namespace, keeping: objectMeta)
        if metadata["creationTimestamp"] == nil { metadata.set("creationTimestamp", .null) }
        return [
            "apiVersion": Node(type.apiVersion), "kind": Node(type.kind), "metadata": metadata,
            "spec": object["spec"] ?? .null,
        ]
    }

    /// The fields of metadata that Kubernetes of 2018 knew.
    private static let objectMeta: Set<String> = [
        "name", "generateName", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp",
        "deletionTimestamp", "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences",
        "initializers", "finalizers", "clusterName",
    ]

    /// The named fields with their scalars as texts where the API has texts; null, empty texts and empty maps
    /// count as absent.
    private static func metadata(_ object: Node, _ namespace: String?, keeping names: Set<String>) -> Node {
        var entries: [Node.Entry] = []
        if let namespace { entries.append(Node.Entry("namespace", Node(namespace))) }
        for entry in object["metadata"]?.map ?? [] where names.contains(entry.key) {
            let value: Node =
                switch entry.key {
                case "labels", "annotations": entry.value.withTexts
                case "name", "generateName", "selfLink", "uid", "resourceVersion", "clusterName":
                    entry.value.asText
                default: entry.value
                }
            if !value.isAbsent { entries.append(Node.Entry(entry.key, value)) }
        }
        return Node(entries)
    }
}

extension Node {
    /// The scalar as a text, as 0.7.1 read YAML into fields that hold texts: `5` as "5", `yes` as "true".
    var asText: Node {
        switch content {
        case .bool, .int, .unsigned, .double: Node(JSONWriter.text(self, style: .compact))
        default: self
        }
    }

    fileprivate var withTexts: Node {
        Node((map ?? []).map { Node.Entry($0.key, $0.value.isNull ? "" : $0.value.asText) })
    }

    fileprivate var isAbsent: Bool {
        switch content {
        case .null: true
        case .string(let text): text.isEmpty
        case .map(let entries): entries.isEmpty
        case .list(let items): items.isEmpty
        default: false
        }
    }
}

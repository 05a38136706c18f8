import Schema
import YAML

/// The fields that lists and watches of a kind can be selected by, as in Kubernetes 1.32.
enum SelectableFields {
    static let ofAll = ["metadata.name", "metadata.namespace"]

    /// By plural, or by plural and group.
    private static let own: [String: [String]] = [
        "pods": [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
            "spec.hostNetwork", "status.phase", "status.podIP", "status.nominatedNodeName",
        ],
        "events": [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
            "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath",
            "reason", "reportingComponent", "source", "type",
        ],
        "namespaces": ["status.phase"],
        "nodes": ["spec.unschedulable"],
        "replicationcontrollers": ["status.replicas"],
        "secrets": ["type"],
        "services": ["spec.clusterIP", "spec.type"],
        "jobs.batch": ["status.successful"],
        "replicasets.apps": ["status.replicas"],
    ]

    static func has(_ field: String, _ kind: Kind) -> Bool {
        ofAll.contains(field) || more(kind).contains(field)
    }

    /// What is said of a field that the kind cannot be selected by.
    static func refusal(_ field: String, _ kind: Kind) -> String {
        let more = more(kind)
        guard !more.isEmpty else { return "field label not supported: \(field)" }
        return "field label not supported: \(field); use one of " + (ofAll + more).joined(separator: ", ")
    }

    private static func more(_ kind: Kind) -> [String] {
        own[kind.qualifiedPlural] ?? kind.selectableFields
    }

    /// The text that a selector compares; for a field that is absent, that of its zero value.
    static func value(_ field: String, of body: Node) -> String {
        let path =
            switch field {
            case "status.successful": ["status", "succeeded"]
            case "source": ["source", "component"]
            default: field.split(separator: ".").map(String.init)
            }
        guard let node = body[path], !node.isNull else { return zeros[field] ?? "" }
        return node.string ?? JSONWriter.text(node, style: .compact)
    }

    private static let zeros = [
        "spec.hostNetwork": "false", "spec.unschedulable": "false", "status.replicas": "0",
        "status.successful": "0",
    ]
}

import Crypto
import YAML

/// The template from which a workload makes its pods.
struct PodTemplate {
    static let hashLabel = "pod-template-hash"

    /// Without the label that tells the templates of one workload apart.
    let node: Node

    init(of workload: Node) {
        var template = workload[["spec", "template"]] ?? .emptyMap
        // Fields that the server fills in for itself tell nothing apart.
        template.set(path: ["metadata", "creationTimestamp"], nil)
        template.set(path: ["metadata", "labels", Self.hashLabel], nil)
        if template["metadata"]?.map?.isEmpty ?? false { template.set("metadata", nil) }
        node = template
    }

    /// Ten letters that are the same for the same template; `collisions` leads to others.
    func hash(_ collisions: Int64 = 0) -> String {
        let text =
            JSONWriter.text(Self.sorted(node), style: .compact) + (collisions > 0 ? "\(collisions)" : "")
        let letters = Array("bcdfghjklmnpqrstvwxz2456789")
        return String(
            SHA256.hash(data: Array(text.utf8)).prefix(10).map { letters[Int($0) % letters.count] })
    }

    /// A pod that belongs to a workload.
    static func pod(of owner: Node, generateName: String? = nil) -> Node {
        let template = owner[["spec", "template"]] ?? .emptyMap
        var metadata: Node = [
            "generateName": Node(generateName ?? owner.name + "-"), "namespace": Node(owner.namespace),
            "ownerReferences": [owner.asController],
        ]
        for field in ["labels", "annotations", "finalizers"] {
            metadata.set(field, template[["metadata", field]])
        }
        return [
            "apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": template["spec"] ?? .emptyMap,
        ]
    }

    /// With the entries of all maps in order, so that the same content is the same text.
    private static func sorted(_ node: Node) -> Node {
        if let map = node.map {
            return Node(map.sorted { $0.key < $1.key }.map { Node.Entry($0.key, sorted($0.value)) })
        }
        return node.list.map { Node($0.map(sorted)) } ?? node
    }
}

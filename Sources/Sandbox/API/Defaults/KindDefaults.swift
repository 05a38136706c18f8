import Kubernetes
import Schema
import YAML

/// What the API server adds to objects of the core kinds.
enum KindDefaults {
    /// `old` is what the object replaces: what only the server sets stays as it was there.
    static func apply(to node: inout Node, of kind: Kind, replacing old: Node? = nil) {
        WorkloadDefaults.apply(to: &node, of: "\(kind.group)/\(kind.plural)")
        guard kind.group.isEmpty else { return }
        switch kind.plural {
        case "pods": PodDefaults.apply(toPod: &node)
        case "namespaces":
            let name = node["metadata"]?["name"] ?? ""
            node.set(path: ["metadata", "labels", "kubernetes.io/metadata.name"], name)
            node.set("spec", old.map { $0["spec"] } ?? ["finalizers": ["kubernetes"]])
            if old == nil { node.set("status", ["phase": "Active"]) }
        case "services": fill(service: &node, replacing: old)
        case "secrets": fill(secret: &node)
        default: break
        }
    }

    /// What is given as text is kept as bytes.
    private static func fill(secret node: inout Node) {
        node.fill(["type"], "Opaque")
        for entry in node["stringData"]?.map ?? [] {
            let text = entry.value.string ?? ""
            node.set(path: ["data", entry.key], Node(Base64.encode(Array(text.utf8))))
        }
        node.set("stringData", nil)
    }

    private static func fill(service node: inout Node, replacing old: Node?) {
        for field in ["clusterIP", "clusterIPs"] {
            if let value = old?["spec"]?[field] { node.fill(["spec", field], value) }
        }
        node.fill(["spec", "type"], "ClusterIP")
        node.fill(["spec", "sessionAffinity"], "None")
        if node[["spec", "type"]]?.string != "ExternalName" {
            node.fill(["spec", "internalTrafficPolicy"], "Cluster")
            node.fill(["spec", "ipFamilies"], ["IPv4"])
            node.fill(["spec", "ipFamilyPolicy"], "SingleStack")
        }
        node.changeEach(["spec", "ports"]) { port in
            port.fill(["protocol"], "TCP")
            if let number = port["port"] { port.fill(["targetPort"], number) }
        }
    }
}

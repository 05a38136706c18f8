import Schema
import YAML

/// What the API server adds to objects of the core kinds.
enum KindDefaults {
    static func apply(to node: inout Node, of kind: Kind) {
        WorkloadDefaults.apply(to: &node, of: "\(kind.group)/\(kind.plural)")
        guard kind.group.isEmpty else { return }
        switch kind.plural {
        case "pods": PodDefaults.apply(toPod: &node)
        case "namespaces":
            let name = node["metadata"]?["name"] ?? ""
            node.set(path: ["metadata", "labels", "kubernetes.io/metadata.name"], name)
            node.set("spec", ["finalizers": ["kubernetes"]])
            node.set("status", ["phase": "Active"])
        case "services":
            node.fill(["spec", "type"], "ClusterIP")
            node.fill(["spec", "sessionAffinity"], "None")
            if node[["spec", "type"]]?.string != "ExternalName" {
                node.fill(["spec", "internalTrafficPolicy"], "Cluster")
                node.fill(["spec", "ipFamilies"], ["IPv4"])
                node.fill(["spec", "ipFamilyPolicy"], "SingleStack")
            }
            let ports = (node["spec"]?["ports"]?.list ?? []).map { port in
                var port = port
                if port["protocol"] == nil { port.set("protocol", "TCP") }
                if port["targetPort"] == nil { port.set("targetPort", port["port"]) }
                return port
            }
            if !ports.isEmpty { node.set(path: ["spec", "ports"], Node(ports)) }
        default: break
        }
    }

    /// What an update keeps where the new object leaves it out.
    static func keep(from old: Node, in node: inout Node, of kind: Kind) {
        WorkloadDefaults.apply(to: &node, of: "\(kind.group)/\(kind.plural)")
        guard kind.group.isEmpty else { return }
        switch kind.plural {
        case "pods": PodDefaults.apply(toPod: &node)
        case "namespaces":
            let name = node["metadata"]?["name"] ?? ""
            node.set(path: ["metadata", "labels", "kubernetes.io/metadata.name"], name)
            node.set("spec", old["spec"])
        case "services":
            for field in ["clusterIP", "clusterIPs"] where node["spec"]?[field] == nil {
                if let value = old["spec"]?[field] { node.set(path: ["spec", field], value) }
            }
            apply(to: &node, of: kind)
        default: break
        }
    }
}

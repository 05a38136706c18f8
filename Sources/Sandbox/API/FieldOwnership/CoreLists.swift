import Schema

/// Which lists of Kubernetes' own kinds have items with keys, and which maps are one value, as its API
/// reference says (`x-kubernetes-list-map-keys`, `x-kubernetes-map-type`).
enum CoreLists {
    static func keys(_ kind: Kind, _ name: String, parent: String) -> [FieldLayout.Key]? {
        if let key = byName[name], !isException(kind, name) { return key.map { FieldLayout.Key(name: $0) } }
        switch (name, parent) {
        case ("ports", "spec") where kind.plural == "services": return number("port")
        case ("ports", let parent) where containers.contains(parent): return number("containerPort")
        case ("conditions", "status"): return [FieldLayout.Key(name: "type")]
        default: return nil
        }
    }

    private static let containers: Set<String> = ["containers", "initContainers", "ephemeralContainers"]

    private static let byName: [String: [String]] = [
        "containers": ["name"], "initContainers": ["name"], "ephemeralContainers": ["name"],
        "volumes": ["name"], "env": ["name"], "volumeMounts": ["mountPath"], "volumeDevices": ["devicePath"],
        "imagePullSecrets": ["name"], "hostAliases": ["ip"], "resourceClaims": ["name"], "claims": ["name"],
        "schedulingGates": ["name"], "topologySpreadConstraints": ["topologyKey", "whenUnsatisfiable"],
        "secrets": ["name"], "webhooks": ["name"], "matchConditions": ["name"], "podIPs": ["ip"],
        "hostIPs": ["ip"],
    ]

    /// A service account's list of pull secrets is one value, unlike a pod's.
    private static func isException(_ kind: Kind, _ name: String) -> Bool {
        name == "imagePullSecrets" && kind.plural == "serviceaccounts"
    }

    private static func number(_ name: String) -> [FieldLayout.Key] {
        [FieldLayout.Key(name: name), FieldLayout.Key(name: "protocol", fallback: "TCP")]
    }

    static let atomicMaps: Set<String> = [
        "selector", "labelSelector", "namespaceSelector", "objectSelector", "podSelector", "nodeSelector",
        "fieldRef", "resourceFieldRef", "secretKeyRef", "configMapKeyRef", "roleRef", "scaleTargetRef",
        "targetRef", "claimRef", "involvedObject", "nodeRef",
    ]
}

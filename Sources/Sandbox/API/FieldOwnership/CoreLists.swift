/// Which maps of Kubernetes' own kinds are one value wherever they stand, as its API reference says of their
/// types (`x-kubernetes-map-type`).
enum CoreLists {
    static let atomicMaps: Set<String> = [
        "selector", "labelSelector", "namespaceSelector", "objectSelector", "podSelector", "nodeSelector",
        "fieldRef", "resourceFieldRef", "secretKeyRef", "configMapKeyRef", "roleRef", "scaleTargetRef",
        "targetRef", "claimRef", "involvedObject", "nodeRef",
    ]
}

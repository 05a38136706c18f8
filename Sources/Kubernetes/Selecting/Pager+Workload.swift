package import YAML

extension Pager {
    /// Reads the pods of a workload, by the labels that its selector wants; nil for one without them.
    package init?(podsOf workload: Node, in cluster: any Cluster) {
        guard let labels = workload[["spec", "selector", "matchLabels"]]?.map, !labels.isEmpty else {
            return nil
        }
        let selector = labels.map { "\($0.key)=\($0.value.string ?? "")" }.joined(separator: ",")
        let pods = ResourceType(group: "", version: "v1", plural: "pods", kind: "Pod")
        self.init(
            cluster, pods, namespace: workload[["metadata", "namespace"]]?.string,
            ListOptions(labelSelector: selector))
    }
}

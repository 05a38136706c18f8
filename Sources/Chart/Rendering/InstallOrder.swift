/// The order in which Helm installs kinds; those that it does not know come last, by name.
enum InstallOrder {
    private static let kinds = [
        "PriorityClass", "Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "PodSecurityPolicy",
        "PodDisruptionBudget", "ServiceAccount", "Secret", "SecretList", "ConfigMap", "StorageClass",
        "PersistentVolume", "PersistentVolumeClaim", "CustomResourceDefinition", "ClusterRole",
        "ClusterRoleList", "ClusterRoleBinding", "ClusterRoleBindingList", "Role", "RoleList", "RoleBinding",
        "RoleBindingList", "Service", "DaemonSet", "Pod", "ReplicationController", "ReplicaSet", "Deployment",
        "HorizontalPodAutoscaler", "StatefulSet", "Job", "CronJob", "IngressClass", "Ingress", "APIService",
        "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
    ]
    private static let ranks = Dictionary(
        uniqueKeysWithValues: kinds.enumerated().map { ($0.element, $0.offset) })

    /// Those of one kind keep their order.
    static func sorted(_ manifests: [Manifest]) -> [Manifest] {
        manifests.enumerated().sorted { first, second in
            let ranks = (rank(first.element), rank(second.element))
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            if ranks.0 == kinds.count, first.element.kind != second.element.kind {
                return first.element.kind < second.element.kind
            }
            return first.offset < second.offset
        }.map(\.element)
    }

    private static func rank(_ manifest: Manifest) -> Int { ranks[manifest.kind] ?? kinds.count }
}

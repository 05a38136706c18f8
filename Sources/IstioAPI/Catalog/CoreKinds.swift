package import Schema

/// The kinds of Kubernetes itself that commands and the sandbox touch, with the columns of `kubectl
/// get` that are
/// single values.
extension Catalog {
    package static let coreKinds: [Kind] = core + apps + policies + cluster + storage

    private static let core: [Kind] = [
        Kind(
            "", "v1", name: "ConfigMap", plural: "configmaps", short: ["cm"], columns: [.age]),
        Kind("", "v1", name: "Endpoints", plural: "endpoints", short: ["ep"], columns: [.age]),
        Kind(
            "", "v1", name: "Event", plural: "events", short: ["ev"],
            columns: [
                .init("Last Seen", ".lastTimestamp", isDate: true), .init("Type", ".type"),
                .init("Reason", ".reason"), .init("Object", ".involvedObject.name"),
                .init("Message", ".message"),
            ]),
        Kind(
            "", "v1", name: "Namespace", plural: "namespaces", short: ["ns"], namespaced: false,
            columns: [.init("Status", ".status.phase"), .age]),
        Kind(
            "", "v1", name: "Node", plural: "nodes", short: ["no"], namespaced: false,
            columns: [
                .init("Status", ".status.conditions[*].type"), .age,
                .init("Version", ".status.nodeInfo.kubeletVersion"),
            ]),
        Kind(
            "", "v1", name: "Pod", plural: "pods", short: ["po"],
            columns: [
                .init("Ready", ".status.containerStatuses[*].ready"), .init("Status", ".status.phase"),
                .init("Restarts", ".status.containerStatuses[*].restartCount"), .age,
                .init("IP", ".status.podIP", isWide: true),
                .init("Node", ".spec.nodeName", isWide: true),
            ]),
        Kind("", "v1", name: "Secret", plural: "secrets", columns: [.init("Type", ".type"), .age]),
        Kind(
            "", "v1", name: "Service", plural: "services", short: ["svc"],
            columns: [
                .init("Type", ".spec.type"), .init("Cluster-IP", ".spec.clusterIP"),
                .init("External-IP", ".spec.externalIPs[*]"), .init("Port(s)", ".spec.ports[*].port"), .age,
            ]),
        Kind(
            "", "v1", name: "ServiceAccount", plural: "serviceaccounts", short: ["sa"], columns: [.age]),
    ]

    private static let apps: [Kind] = [
        Kind(
            "apps", "v1", name: "DaemonSet", plural: "daemonsets", short: ["ds"],
            columns: [
                .init("Desired", ".status.desiredNumberScheduled"),
                .init("Ready", ".status.numberReady"), .age,
            ]),
        Kind(
            "apps", "v1", name: "Deployment", plural: "deployments", short: ["deploy"],
            columns: [
                .init("Ready", ".status.readyReplicas"), .init("Up-to-date", ".status.updatedReplicas"),
                .init("Available", ".status.availableReplicas"), .age,
            ]),
        Kind(
            "apps", "v1", name: "ReplicaSet", plural: "replicasets", short: ["rs"],
            columns: [
                .init("Desired", ".spec.replicas"), .init("Current", ".status.replicas"),
                .init("Ready", ".status.readyReplicas"), .age,
            ]),
        Kind(
            "apps", "v1", name: "StatefulSet", plural: "statefulsets", short: ["sts"],
            columns: [.init("Ready", ".status.readyReplicas"), .age]),
        Kind(
            "autoscaling", "v2", "v1", name: "HorizontalPodAutoscaler", plural: "horizontalpodautoscalers",
            short: ["hpa"],
            columns: [
                .init("Reference", ".spec.scaleTargetRef.name"), .init("MinPods", ".spec.minReplicas"),
                .init("MaxPods", ".spec.maxReplicas"), .init("Replicas", ".status.currentReplicas"), .age,
            ]),
        Kind(
            "batch", "v1", name: "CronJob", plural: "cronjobs", short: ["cj"],
            columns: [.init("Schedule", ".spec.schedule"), .init("Suspend", ".spec.suspend"), .age]),
        Kind(
            "batch", "v1", name: "Job", plural: "jobs",
            columns: [
                .init("Status", ".status.conditions[*].type"), .init("Completions", ".status.succeeded"),
                .age,
            ]),
    ]

    private static let policies: [Kind] = [
        Kind(
            "coordination.k8s.io", "v1", name: "Lease", plural: "leases",
            columns: [.init("Holder", ".spec.holderIdentity"), .age]),
        Kind(
            "discovery.k8s.io", "v1", name: "EndpointSlice", plural: "endpointslices",
            columns: [
                .init("AddressType", ".addressType"), .init("Ports", ".ports[*].port"),
                .init("Endpoints", ".endpoints[*].addresses[*]"), .age,
            ]),
        Kind(
            "networking.k8s.io", "v1", name: "Ingress", plural: "ingresses", short: ["ing"],
            columns: [
                .init("Class", ".spec.ingressClassName"), .init("Hosts", ".spec.rules[*].host"), .age,
            ]),
        Kind(
            "policy", "v1", name: "PodDisruptionBudget", plural: "poddisruptionbudgets", short: ["pdb"],
            columns: [
                .init("Min Available", ".spec.minAvailable"),
                .init("Max Unavailable", ".spec.maxUnavailable"),
                .init("Allowed Disruptions", ".status.disruptionsAllowed"), .age,
            ]),
    ]

    private static let cluster: [Kind] = [
        Kind(
            "admissionregistration.k8s.io", "v1", name: "MutatingWebhookConfiguration",
            plural: "mutatingwebhookconfigurations", namespaced: false, columns: [.age]),
        Kind(
            "admissionregistration.k8s.io", "v1", name: "ValidatingWebhookConfiguration",
            plural: "validatingwebhookconfigurations", namespaced: false, columns: [.age]),
        Kind(
            "apiextensions.k8s.io", "v1", name: "CustomResourceDefinition",
            plural: "customresourcedefinitions", short: ["crd", "crds"], namespaced: false,
            columns: [.init("Created At", ".metadata.creationTimestamp")]),
        Kind(
            "rbac.authorization.k8s.io", "v1", name: "ClusterRole", plural: "clusterroles",
            namespaced: false, columns: [.init("Created At", ".metadata.creationTimestamp")]),
        Kind(
            "rbac.authorization.k8s.io", "v1", name: "ClusterRoleBinding", plural: "clusterrolebindings",
            namespaced: false, columns: [.init("Role", ".roleRef.name"), .age]),
        Kind(
            "rbac.authorization.k8s.io", "v1", name: "Role", plural: "roles",
            columns: [.init("Created At", ".metadata.creationTimestamp")]),
        Kind(
            "rbac.authorization.k8s.io", "v1", name: "RoleBinding", plural: "rolebindings",
            columns: [.init("Role", ".roleRef.name"), .age]),
    ]

    /// Quotas, volumes and what else clusters keep.
    private static let storage: [Kind] = [
        Kind(
            "", "v1", name: "ResourceQuota", plural: "resourcequotas", short: ["quota"], columns: [.age]),
        Kind(
            "", "v1", name: "LimitRange", plural: "limitranges", short: ["limits"],
            columns: [.init("Created At", ".metadata.creationTimestamp")]),
        Kind(
            "", "v1", name: "PersistentVolumeClaim", plural: "persistentvolumeclaims", short: ["pvc"],
            columns: [
                .init("Status", ".status.phase"), .init("Volume", ".spec.volumeName"),
                .init("StorageClass", ".spec.storageClassName"), .age,
            ]),
        Kind(
            "", "v1", name: "PersistentVolume", plural: "persistentvolumes", short: ["pv"], namespaced: false,
            columns: [
                .init("Status", ".status.phase"), .init("Claim", ".spec.claimRef.name"),
                .init("StorageClass", ".spec.storageClassName"), .age,
            ]),
        Kind(
            "", "v1", name: "ReplicationController", plural: "replicationcontrollers", short: ["rc"],
            columns: [
                .init("Desired", ".spec.replicas"), .init("Current", ".status.replicas"),
                .init("Ready", ".status.readyReplicas"), .age,
            ]),
        Kind("", "v1", name: "PodTemplate", plural: "podtemplates", columns: [.age]),
        Kind(
            "apps", "v1", name: "ControllerRevision", plural: "controllerrevisions",
            columns: [.init("Revision", ".revision"), .age]),
        Kind(
            "networking.k8s.io", "v1", name: "IngressClass", plural: "ingressclasses", namespaced: false,
            columns: [.init("Controller", ".spec.controller"), .age]),
        Kind(
            "networking.k8s.io", "v1", name: "NetworkPolicy", plural: "networkpolicies", short: ["netpol"],
            columns: [.age]),
        Kind(
            "storage.k8s.io", "v1", name: "StorageClass", plural: "storageclasses", short: ["sc"],
            namespaced: false,
            columns: [.init("Provisioner", ".provisioner"), .init("ReclaimPolicy", ".reclaimPolicy"), .age]),
        Kind(
            "scheduling.k8s.io", "v1", name: "PriorityClass", plural: "priorityclasses", short: ["pc"],
            namespaced: false,
            columns: [
                .init("Value", ".value"), .init("Global-Default", ".globalDefault"), .age,
            ]),
    ]
}

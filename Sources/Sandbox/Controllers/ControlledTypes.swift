import Kubernetes

/// The types that controllers read and write.
extension ResourceType {
    static let pods = ResourceType(group: "", version: "v1", plural: "pods", kind: "Pod")
    static let services = ResourceType(group: "", version: "v1", plural: "services", kind: "Service")
    static let endpoints = ResourceType(group: "", version: "v1", plural: "endpoints", kind: "Endpoints")
    static let events = ResourceType(group: "", version: "v1", plural: "events", kind: "Event")
    static let secrets = ResourceType(group: "", version: "v1", plural: "secrets", kind: "Secret")
    static let configMaps = ResourceType(group: "", version: "v1", plural: "configmaps", kind: "ConfigMap")
    static let serviceAccounts = ResourceType(
        group: "", version: "v1", plural: "serviceaccounts", kind: "ServiceAccount")
    static let namespaces = ResourceType(
        group: "", version: "v1", plural: "namespaces", kind: "Namespace", isNamespaced: false)
    static let nodes = ResourceType(
        group: "", version: "v1", plural: "nodes", kind: "Node", isNamespaced: false)
    static let replicationControllers = ResourceType(
        group: "", version: "v1", plural: "replicationcontrollers", kind: "ReplicationController")
    static let deployments = apps("deployments", "Deployment")
    static let replicaSets = apps("replicasets", "ReplicaSet")
    static let statefulSets = apps("statefulsets", "StatefulSet")
    static let daemonSets = apps("daemonsets", "DaemonSet")
    static let controllerRevisions = apps("controllerrevisions", "ControllerRevision")
    static let jobs = ResourceType(group: "batch", version: "v1", plural: "jobs", kind: "Job")
    static let cronJobs = ResourceType(group: "batch", version: "v1", plural: "cronjobs", kind: "CronJob")
    static let endpointSlices = ResourceType(
        group: "discovery.k8s.io", version: "v1", plural: "endpointslices", kind: "EndpointSlice")

    private static func apps(_ plural: String, _ kind: String) -> ResourceType {
        ResourceType(group: "apps", version: "v1", plural: plural, kind: kind)
    }
}

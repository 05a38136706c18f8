import Kubernetes
import YAML

/// What the API server adds to objects that make pods (Kubernetes 1.32, apps/v1 and batch/v1 defaults).
enum WorkloadDefaults {
    private static let template = ["spec", "template", "spec"]

    /// `place` is the group and plural of the object.
    static func apply(to node: inout Node, of place: String) {
        switch place {
        case "apps/deployments": fill(deployment: &node)
        case "apps/replicasets", "/replicationcontrollers": node.fill(["spec", "replicas"], 1)
        case "apps/statefulsets": fill(statefulSet: &node)
        case "apps/daemonsets": fill(daemonSet: &node)
        case "batch/jobs": fill(job: &node)
        case "batch/cronjobs": fill(cronJob: &node)
        default: return
        }
        PodDefaults.apply(
            toSpec: &node, at: place == "batch/cronjobs" ? ["spec", "jobTemplate"] + template : template)
    }

    private static func fill(deployment node: inout Node) {
        node.fill(["spec", "replicas"], 1)
        node.fill(["spec", "revisionHistoryLimit"], 10)
        node.fill(["spec", "progressDeadlineSeconds"], 600)
        node.fill(["spec", "strategy", "type"], "RollingUpdate")
        guard node[["spec", "strategy", "type"]]?.string == "RollingUpdate" else { return }
        node.fill(["spec", "strategy", "rollingUpdate", "maxSurge"], "25%")
        node.fill(["spec", "strategy", "rollingUpdate", "maxUnavailable"], "25%")
    }

    private static func fill(statefulSet node: inout Node) {
        node.fill(["spec", "replicas"], 1)
        node.fill(["spec", "revisionHistoryLimit"], 10)
        node.fill(["spec", "podManagementPolicy"], "OrderedReady")
        node.fill(["spec", "updateStrategy", "type"], "RollingUpdate")
        if node[["spec", "updateStrategy", "type"]]?.string == "RollingUpdate" {
            node.fill(["spec", "updateStrategy", "rollingUpdate", "partition"], 0)
        }
        for moment in ["whenDeleted", "whenScaled"] {
            node.fill(["spec", "persistentVolumeClaimRetentionPolicy", moment], "Retain")
        }
    }

    private static func fill(daemonSet node: inout Node) {
        node.fill(["spec", "revisionHistoryLimit"], 10)
        node.fill(["spec", "updateStrategy", "type"], "RollingUpdate")
        guard node[["spec", "updateStrategy", "type"]]?.string == "RollingUpdate" else { return }
        node.fill(["spec", "updateStrategy", "rollingUpdate", "maxSurge"], 0)
        node.fill(["spec", "updateStrategy", "rollingUpdate", "maxUnavailable"], 1)
    }

    private static func fill(job node: inout Node) {
        if node[["spec", "parallelism"]] == nil { node.fill(["spec", "completions"], 1) }
        node.fill(["spec", "parallelism"], 1)
        node.fill(["spec", "backoffLimit"], 6)
        node.fill(["spec", "completionMode"], "NonIndexed")
        node.fill(["spec", "suspend"], false)
        node.fill(["spec", "manualSelector"], false)
        node.fill(["spec", "podReplacementPolicy"], "TerminatingOrFailed")
        guard node[["spec", "manualSelector"]]?.bool != true, !node.uid.isEmpty else { return }
        let uid = Node(node.uid)
        node.fill(["spec", "selector", "matchLabels", "batch.kubernetes.io/controller-uid"], uid)
        for prefix in ["", "batch.kubernetes.io/"] {
            let labels = ["spec", "template", "metadata", "labels"]
            node.fill(labels + [prefix + "controller-uid"], uid)
            node.fill(labels + [prefix + "job-name"], Node(node.name))
        }
    }

    private static func fill(cronJob node: inout Node) {
        node.fill(["spec", "concurrencyPolicy"], "Allow")
        node.fill(["spec", "suspend"], false)
        node.fill(["spec", "successfulJobsHistoryLimit"], 3)
        node.fill(["spec", "failedJobsHistoryLimit"], 1)
    }
}

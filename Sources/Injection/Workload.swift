package import YAML

/// Whose pods are injected: the name and kind that the sidecar tells of its workload.
package struct Workload: Sendable, Equatable {
    package var apiVersion: String
    package var kind: String
    package var name: String
    package var namespace: String

    package init(apiVersion: String, kind: String, name: String, namespace: String) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.name = name
        self.namespace = namespace
    }

    /// Of a pod: what its owner stems from, as far as names tell (Istio 1.30, `GetDeployMetaFromPod`).
    package init(ofPod pod: Node) {
        let metadata = pod["metadata"] ?? .emptyMap
        self.init(
            apiVersion: "v1", kind: "Pod", name: metadata["name"]?.string ?? "",
            namespace: metadata["namespace"]?.string ?? "")
        guard metadata["generateName"]?.string?.isEmpty == false,
            let owner = metadata["ownerReferences"]?.list?.first(where: { $0["controller"]?.bool == true }),
            let ownerName = owner["name"]?.string, let ownerKind = owner["kind"]?.string
        else { return }
        (apiVersion, kind, name) = (owner["apiVersion"]?.string ?? "", ownerKind, ownerName)
        switch ownerKind {
        case "ReplicaSet": nameMaker(ofReplicaSet: pod)
        case "ReplicationController":
            guard let config = pod.label("deploymentconfig"), !config.isEmpty else { return }
            (kind, name) = ("DeploymentConfig", config)
        case "Job":
            // A CronJob's jobs are named after it and the minute.
            let digits = ownerName.reversed().prefix { $0.isASCII && $0.isNumber }.count
            let rest = ownerName.dropLast(digits)
            guard (8...10).contains(digits), rest.hasSuffix("-"), rest.count > 1 else { return }
            (apiVersion, kind, name) = ("batch/v1", "CronJob", String(rest.dropLast()))
        default: return
        }
    }

    private mutating func nameMaker(ofReplicaSet pod: Node) {
        let makers = [
            ("pod-template-hash", "Deployment", apiVersion),
            ("rollouts-pod-template-hash", "Rollout", "v1alpha1"),
        ]
        for (label, maker, version) in makers {
            guard let hash = pod.label(label), !hash.isEmpty, name.hasSuffix("-" + hash) else { continue }
            (apiVersion, kind, name) = (version, maker, String(name.dropLast(hash.count + 1)))
            return
        }
    }
}

import IstioAPI
import Kubernetes
import Schema
import YAML

/// A pod, or what makes pods, that injection is asked about.
struct InjectionTarget {
    let namespace: String
    /// The pod itself, or the template of pods, with `metadata` and `spec`.
    let pod: Node

    init(namespace: String, pod: Node) {
        self.namespace = namespace
        self.pod = pod
    }

    /// Kinds that make pods, by the words that people use, and where the template of their pods is.
    private static let makers: [(words: [String], type: ResourceType, template: [String])] = [
        (["deployment", "deployments", "deploy"], apps("deployments", "Deployment"), ["spec", "template"]),
        (["daemonset", "daemonsets", "ds"], apps("daemonsets", "DaemonSet"), ["spec", "template"]),
        (["statefulset", "statefulsets", "sts"], apps("statefulsets", "StatefulSet"), ["spec", "template"]),
        (["replicaset", "replicasets", "rs"], apps("replicasets", "ReplicaSet"), ["spec", "template"]),
        (
            ["replicationcontroller", "replicationcontrollers", "rc"],
            ResourceType(
                group: "", version: "v1", plural: "replicationcontrollers", kind: "ReplicationController"),
            ["spec", "template"]
        ),
        (
            ["job", "jobs"], ResourceType(group: "batch", version: "v1", plural: "jobs", kind: "Job"),
            ["spec", "template"]
        ),
        (
            ["cronjob", "cronjobs", "cj"],
            ResourceType(group: "batch", version: "v1", plural: "cronjobs", kind: "CronJob"),
            ["spec", "jobTemplate", "spec", "template"]
        ),
    ]

    private static func apps(_ plural: String, _ kind: String) -> ResourceType {
        ResourceType(group: "apps", version: "v1", plural: plural, kind: kind)
    }

    /// What `[TYPE/]NAME[.NAMESPACE]` names; the namespace counts more than the connection's.
    init(_ text: String, _ connection: Connection) async throws {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let type = parts.count == 2 ? parts[0].lowercased().prefix { $0 != "." } : "pod"
        var name = parts[parts.count - 1]
        var namespace = connection.namespace
        if let dot = name.lastIndex(of: "."), dot > name.startIndex {
            namespace = String(name[name.index(after: dot)...])
            name = String(name[..<dot])
        }
        guard !name.isEmpty, !namespace.isEmpty else {
            throw Failure.usage("\"\(text)\" names no workload: write [TYPE/]NAME[.NAMESPACE]")
        }
        let pod: Node
        if ["pod", "pods", "po"].contains(type) {
            pod = try await connection.cluster.get(.pods, namespace: namespace, name: name)
        } else if let maker = Self.makers.first(where: { $0.words.contains(String(type)) }) {
            let object = try await connection.cluster.get(maker.type, namespace: namespace, name: name)
            pod = object[maker.template] ?? .emptyMap
        } else {
            let known = (["pod"] + Self.makers.map { $0.words[0] }).joined(separator: ", ")
            throw Failure.usage("unknown type \"\(type)\" of workload; allowed: \(known)")
        }
        self.init(namespace: namespace, pod: pod)
    }
}

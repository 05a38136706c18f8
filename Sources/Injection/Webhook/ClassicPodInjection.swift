import Diagnostics
import Kubernetes
package import YAML

/// What the webhook of Istio 0.7.1 does with pods: a policy and an annotation decide, what was injected
/// before is removed, and the sidecar's parts are added one by one (`inject.createPatch`).
package struct ClassicPodInjection: PodInjection {
    /// Answers of that time do not say what they are.
    package let namesAnswers = false
    private let injector: ClassicInjector
    private let policy: String

    /// `policy` is `enabled`, `disabled`, or anything else for no injection at all.
    package init(_ injector: ClassicInjector, policy: String) {
        self.injector = injector
        self.policy = policy
    }

    /// The policy of a configuration of 0.7.1, which has one template; nil for any other.
    package static func policy(ofConfiguration text: String) -> String? {
        let root = YAMLReader.documents(in: Source(name: "config", text)).first?.root
        guard let root, root["templates"] == nil, root["template"] != nil else { return nil }
        return root["policy"]?.string ?? ""
    }

    private static let ignored: Set = ["kube-system", "kube-public"]
    /// What sidecars were made of before they said so themselves.
    private static let oldNames = [
        "initContainers": [ContainerName.setUp, ContainerName.coreDumps],
        "containers": [ContainerName.proxy], "volumes": ["istio-certs", "istio-envoy"],
    ]

    package func review(
        _ pod: Node, namespace: String, environment: [String: String]
    ) throws(InjectionError) -> ReviewedPod {
        // Refuses what is no pod; patches are for what was sent.
        _ = try PodOverlay.plain(pod)
        if case .skip(let reason) = decide(pod) { return .skipped(reason) }
        let sidecar = try injector.render(pod)
        return .injected(patch: Node(removals(from: pod) + additions(to: pod, sidecar)))
    }

    private func decide(_ pod: Node) -> InjectionDecision {
        if pod[["spec", "hostNetwork"]]?.bool == true { return .skip(.hostNetwork) }
        let namespace = pod[["metadata", "namespace"]]?.string ?? ""
        if Self.ignored.contains(namespace) { return .skip(.namespace(namespace)) }
        guard ["enabled", "disabled"].contains(policy) else { return .skip(.policy) }
        switch (pod.annotation(InjectionName.inject) ?? "").lowercased() {
        case "": return policy == "enabled" ? .inject : .skip(.policy)
        case "y", "yes", "true", "on": return .inject
        default: return .skip(.disabled)
        }
    }

    // MARK: The patch

    /// The last item of a list goes first, so that the places of the others stay.
    private func removals(from pod: Node) -> [Node] {
        let names = Self.namesBefore(pod)
        return ClassicOverlay.lists.flatMap { list in
            (pod[["spec", list]]?.list ?? []).enumerated().reversed().compactMap { index, item -> Node? in
                guard names[list]?.contains(item["name"]?.string ?? "") == true else { return nil }
                return ["op": "remove", "path": Node("/spec/\(list)/\(index)")]
            }
        }
    }

    private static func namesBefore(_ pod: Node) -> [String: [String]] {
        guard let status = InjectionStatus(of: pod) else { return oldNames }
        let names = [
            "initContainers": status.initContainers, "containers": status.containers,
            "volumes": status.volumes,
        ]
        return names.values.allSatisfy(\.isEmpty) ? oldNames : names
    }

    /// A list that is not there, or was empty, comes with its first item.
    private func additions(to pod: Node, _ sidecar: Node) -> [Node] {
        var operations: [Node] = []
        for list in ClassicOverlay.lists {
            var isThere = pod[["spec", list]]?.list?.isEmpty == false
            for item in sidecar[list]?.list ?? [] {
                let item = Self.completed(item, in: list)
                operations.append([
                    "op": "add", "path": Node("/spec/\(list)" + (isThere ? "/-" : "")),
                    "value": isThere ? item : [item],
                ])
                isThere = true
            }
        }
        return operations + [annotation(of: pod, Node(injector.status(sidecar)))]
    }

    private func annotation(of pod: Node, _ value: Node) -> Node {
        guard let annotations = pod[["metadata", "annotations"]], annotations.map != nil else {
            return [
                "op": "add", "path": "/metadata/annotations",
                "value": Node([Node.Entry(InjectionName.status, value)]),
            ]
        }
        let isThere = annotations[InjectionName.status]?.string?.isEmpty == false
        let place = InjectionName.status.split(separator: "/").joined(separator: "~1")
        return [
            "op": isThere ? "replace" : "add", "path": Node("/metadata/annotations/\(place)"), "value": value,
        ]
    }

    /// With Kubernetes' defaults, which API servers of that time did not add to what webhooks brought.
    private static func completed(_ item: Node, in list: String) -> Node {
        var item = item
        let isVolume = list == "volumes"
        if isVolume {
            PodDefaults.fill(volume: &item)
        } else {
            PodDefaults.fill(container: &item)
            PodDefaults.fillRequests(of: &item)
        }
        guard let type = KubernetesTypes.message(isVolume ? "core/v1.Volume" : "core/v1.Container") else {
            return item
        }
        return GoForm(writesZeroTimes: true).part(item, as: type)
    }
}

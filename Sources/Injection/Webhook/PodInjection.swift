package import YAML

/// What an injection webhook does with the pods of reviews: Istio 1.30's way, or 0.7.1's.
package protocol PodInjection: Sendable {
    /// Whether answers say of what kind and version they are, as those of version v1 must.
    var namesAnswers: Bool { get }

    /// What becomes of a pod that is about to be created, which is as it was sent; `namespace` is that of the
    /// request.
    func review(_ pod: Node, namespace: String, environment: [String: String]) throws(InjectionError)
        -> ReviewedPod
}

/// What a webhook made of a pod.
package enum ReviewedPod: Sendable, Equatable {
    /// A JSON patch that gives it its sidecar.
    case injected(patch: Node)
    case skipped(InjectionDecision.Reason)
}

extension Injector: PodInjection {
    package var namesAnswers: Bool { true }

    package func review(
        _ sent: Node, namespace: String, environment: [String: String]
    ) throws(InjectionError) -> ReviewedPod {
        var pod = sent
        // A pod that is created through its owner does not say yet where it will be.
        if !namespace.isEmpty, (pod[["metadata", "namespace"]]?.string ?? "").isEmpty {
            pod.set(path: ["metadata", "namespace"], Node(namespace))
        }
        // Large, and of no use for injection.
        pod.set(path: ["metadata", "managedFields"], nil)
        if case .skip(let reason) = configuration.policy.decide(pod) { return .skipped(reason) }
        let request = Request(
            defaultTemplates: configuration.defaultTemplates, environment: environment,
            annotations: configuration.annotations)
        let plain = try PodOverlay.plain(pod)
        let injected = try PodOverlay.plain(inject(plain: plain, of: Workload(ofPod: pod), request))
        return .injected(patch: JSONPatchDiff.patch(from: plain, to: injected, on: sent))
    }
}

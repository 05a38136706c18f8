package import YAML

/// Gives pods sidecars, as the injector of one of Istio's generations does.
package protocol PodInjector: Sendable {
    /// How objects are written: by the libraries that the generation was built with.
    var form: PodForm { get }

    /// Whether a pod of the user's gets a sidecar from `kube-inject`.
    func decide(_ pod: Node) -> InjectionDecision

    /// The pod, which has `metadata` and `spec` only, with its sidecar.
    func inject(_ pod: Node, of workload: Workload) throws(InjectionError) -> Node

    /// What answers admission reviews with the same sidecar; nil where nothing does.
    var webhook: (any PodInjection)? { get }
}

/// How a generation writes objects.
package enum PodForm: Sendable {
    case classic, today
    /// As they were read.
    case own
}

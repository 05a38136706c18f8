import Kubernetes
import YAML

/// Whether a pod gets a sidecar, and why.
package enum InjectionDecision: Equatable, Sendable {
    case inject
    case skip(Reason)

    /// Why a pod gets none.
    package enum Reason: Equatable, Sendable {
        case hostNetwork
        /// Of Kubernetes' own namespaces.
        case namespace(String)
        /// By its label or annotation.
        case disabled
        /// By a selector of the configuration.
        case neverSelected
        /// Nothing asks for a sidecar, and the policy is not to inject.
        case policy
    }
}

/// The rules of Istio's injector, which ask in this order: host network, namespace, label, annotation, the
/// selectors of the configuration, its policy (Istio 1.30, `injectRequired`).
struct InjectionPolicy {
    var isEnabled = true
    /// Selectors of pods, any one of which suffices.
    var never: [Node] = []
    var always: [Node] = []

    /// Kubernetes' own namespaces.
    static let ignored: Set = ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"]

    func decide(_ pod: Node) -> InjectionDecision {
        if pod[["spec", "hostNetwork"]]?.bool == true { return .skip(.hostNetwork) }
        let namespace = pod[["metadata", "namespace"]]?.string ?? ""
        if Self.ignored.contains(namespace) { return .skip(.namespace(namespace)) }
        switch pod.label(InjectionName.inject) ?? pod.annotation(InjectionName.inject) {
        case "true": return .inject
        case "false": return .skip(.disabled)
        default: break
        }
        if never.contains(where: { Self.selects($0, pod) }) { return .skip(.neverSelected) }
        if always.contains(where: { Self.selects($0, pod) }) { return .inject }
        return isEnabled ? .inject : .skip(.policy)
    }

    /// A selector that is empty or broken selects nothing.
    private static func selects(_ selector: Node, _ pod: Node) -> Bool {
        guard let selector = LabelSelector(object: selector), !selector.isEmpty else { return false }
        return selector.matches(pod)
    }
}

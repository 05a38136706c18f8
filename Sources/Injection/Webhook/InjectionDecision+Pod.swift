package import YAML

extension InjectionDecision {
    /// Kubernetes' own namespaces, where nothing is injected.
    package static var ignoredNamespaces: Set<String> { InjectionPolicy.ignored }

    /// What a pod itself, with `metadata` and `spec`, says of its injection, whatever is configured.
    package static func ofItself(_ pod: Node) -> InjectionDecision { InjectionPolicy().decide(pod) }

    /// The revision that a pod was injected by; nil for one that has no sidecar of Istio's.
    package static func revision(of pod: Node) -> String? {
        if let revision = pod.annotation("istio.io/rev") { return revision }
        guard let text = pod.annotation(InjectionName.status),
            let status = try? JSONReader.node(Array(text.utf8)), status.map != nil
        else { return nil }
        return status["revision"]?.string
    }
}

extension InjectionDecision.Reason {
    /// A sentence for the owner of a pod.
    package var sentence: String {
        switch self {
        case .hostNetwork: "it uses the network of its node."
        case .namespace(let name): "the namespace \(name) is Kubernetes' own."
        case .disabled: "its label or annotation sidecar.istio.io/inject says so."
        case .neverSelected: "a selector of the configuration leaves it out."
        case .policy: "the policy is to inject only what asks for it."
        }
    }
}

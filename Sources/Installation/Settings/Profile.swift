package import YAML

/// The named sets of settings that Istio 1.30 has; all but the default one are laid over it.
package enum Profile {
    /// For help texts and suggestions.
    package static let names = [
        "ambient", "classic", "default", "demo", "empty", "minimal", "openshift", "openshift-ambient",
        "preview",
        "remote",
        "stable",
    ]

    /// The settings of a profile, laid over the default's; nil for a name that there is not.
    package static func settings(_ name: String) -> Node? {
        guard let own = own(name) else { return nil }
        return name == "default" ? own : standard.overlaid(by: own)
    }

    /// What a profile says itself.
    package static func own(_ name: String) -> Node? {
        switch name {
        case "default": standard
        case "demo":
            profile(
                ["egressGateways": [["name": "istio-egressgateway", "enabled": true]]], ["profile": "demo"])
        case "classic":
            // The control plane of then; the definitions of today's kinds, to which `convert` leads.
            profile(["pilot": off, "ingressGateways": noIngress, "classic": on])
        case "minimal": profile(["ingressGateways": noIngress])
        case "remote":
            profile(
                ["base": on, "pilot": on, "ingressGateways": noIngress], ["profile": "remote"])
        case "empty":
            profile(["base": off, "pilot": off, "ingressGateways": noIngress])
        case "ambient":
            profile(
                ["cni": on, "ztunnel": on, "ingressGateways": noIngress], ["profile": "ambient"])
        case "openshift":
            profile(["cni": inSystem], ["global": ["platform": "openshift"]])
        case "openshift-ambient":
            profile(
                ["cni": inSystem, "ztunnel": inSystem, "ingressGateways": noIngress],
                ["profile": "ambient", "global": ["platform": "openshift"]])
        case "preview", "stable": profile(.emptyMap, ["profile": Node(name)])
        default: nil
        }
    }

    private static let on: Node = ["enabled": true]
    private static let off: Node = ["enabled": false]
    private static let inSystem: Node = ["enabled": true, "namespace": "kube-system"]
    private static let noIngress: Node = [["name": "istio-ingressgateway", "enabled": false]]

    private static func profile(_ components: Node, _ values: Node = .emptyMap) -> Node {
        var spec = Node.emptyMap
        if components.map?.isEmpty == false { spec.set("components", components) }
        if values.map?.isEmpty == false { spec.set("values", values) }
        return ["apiVersion": "install.istio.io/v1alpha1", "kind": "IstioOperator", "spec": spec]
    }

    private static let standard: Node = [
        "apiVersion": "install.istio.io/v1alpha1", "kind": "IstioOperator",
        "metadata": ["namespace": "istio-system"],
        "spec": [
            "components": [
                "base": on, "pilot": on,
                "ingressGateways": [["name": "istio-ingressgateway", "enabled": true]],
                "egressGateways": [["name": "istio-egressgateway", "enabled": false]],
            ],
            "values": [
                "defaultRevision": "",
                "global": ["istioNamespace": "istio-system", "configValidation": true],
                "gateways": ["istio-ingressgateway": .emptyMap, "istio-egressgateway": .emptyMap],
                "ztunnel": ["resourceName": "ztunnel"],
            ],
        ],
    ]
}

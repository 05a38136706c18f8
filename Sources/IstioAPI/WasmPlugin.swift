package import Schema
package import YAML

/// A WebAssembly filter for proxies.
package struct WasmPlugin: Resource {
    package static let kind = Kind(
        "extensions.istio.io", "v1alpha1", name: "WasmPlugin", plural: "wasmplugins", columns: [.age])
    package static let requiresSpec = true
    package static let schema = Schema(WasmPlugin(), "A WebAssembly filter for proxies.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let targetRef = Field<PolicyTargetReference>(
        "A gateway or service that the filter is attached to.", .since("1.20"))
    package let targetRefs = Field<[PolicyTargetReference]>(
        "Gateways or services that the filter is attached to.", .atMost(16), .since("1.22"))
    package let url = Field<String>(
        "Where the filter is: `oci://`, `http://`, `https://` or `file://`, an OCI image without a scheme.",
        .required, .atLeast(1))
    package let sha256 = Field<String>(
        "Checksum of the filter or image: 64 hexadecimal digits in lower case.",
        .pattern("(^$|^[a-f0-9]{64}$)"))
    package let imagePullPolicy = Field<PullPolicy>("When to fetch an image again.")
    package let imagePullSecret = Field<String>(
        "Secret in the same namespace with the registry's credentials.", .atLeast(1), .atMost(253))
    package let verificationKey = Field<String>("Public key to verify the image with; not acted upon.")
    package let pluginConfig = Field<[String: Node]>("Settings that the filter gets as JSON.")
    package let pluginName = Field<String>(
        "Name under which the filter finds its settings.", .atLeast(1), .atMost(256))
    package let phase = Field<PluginPhase>("Where in the chain the filter goes, its end if absent.")
    package let priority = Field<Int32>("Order within a phase, highest first.", default: 0)
    package let failStrategy = Field<FailStrategy>(
        "What becomes of requests when the filter fails.", .since("1.19"))
    package let vmConfig = Field<VMConfig>("Settings of the machine that runs the filter.", .since("1.14"))
    package let match = Field<[TrafficSelector]>(
        "Traffic that the filter sees, all if absent.", .since("1.16"))
    package let type = Field<PluginType>("Whether the filter is for HTTP or for TCP.", .since("1.20"))

    /// Where in the chain a filter goes.
    package enum PluginPhase: String, Enumeration {
        package static let name = "istio.extensions.v1alpha1.PluginPhase"

        case unspecified = "UNSPECIFIED_PHASE"
        case authn = "AUTHN"
        case authz = "AUTHZ"
        case stats = "STATS"

        package var doc: String {
            switch self {
            case .unspecified: "At the end, right before the router."
            case .authn: "Before Istio's authentication filters."
            case .authz: "Before Istio's authorization filters, after authentication."
            case .stats: "Before Istio's statistics filters, after authorization."
            }
        }
    }
}

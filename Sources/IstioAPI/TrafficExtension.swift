package import Schema
import YAML

/// A filter for proxies, in WebAssembly or Lua.
package struct TrafficExtension: Resource {
    package static let kind = Kind(
        "extensions.istio.io", "v1alpha1", name: "TrafficExtension", plural: "trafficextensions",
        columns: [.age])
    package static let requiresSpec = true
    package static let schema = Schema(TrafficExtension(), "A filter for proxies, in WebAssembly or Lua.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let targetRefs = Field<[PolicyTargetReference]>(
        "Gateways or services that the filter is attached to.", .atMost(16))
    package let phase = Field<ExecutionPhase>("Where in the chain the filter goes, its end if absent.")
    package let priority = Field<Int32>("Order within a phase, highest first.", default: 0)
    package let match = Field<[TrafficSelector]>("Traffic that the filter sees, all if absent.")
    package let wasm = Field<WasmConfig>("A WebAssembly filter.", .oneOf("filter_config"))
    package let lua = Field<LuaConfig>("A Lua script.", .oneOf("filter_config"))

    /// A Lua script.
    package struct LuaConfig: Message {
        package static let schema = Schema(LuaConfig(), "A Lua script.")

        package init() {}

        package let inlineCode = Field<String>(
            "The script, with `envoy_on_request` or `envoy_on_response`.", .required, .atLeast(1),
            .atMost(65536))
    }

    /// Where in the chain a filter goes.
    package enum ExecutionPhase: String, Enumeration {
        package static let name = "istio.extensions.v1alpha1.TrafficExtension_ExecutionPhase"

        case unspecified = "UNSPECIFIED"
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

package import Schema
package import YAML

/// Patches of the configuration that Envoy gets from Istio.
package struct EnvoyFilter: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1alpha3", name: "EnvoyFilter", plural: "envoyfilters")
    package static let schema = Schema(
        EnvoyFilter(), "Patches of the configuration that Envoy gets from Istio.")

    package init() {}

    package let workloadSelector = Field<WorkloadSelector>("The workloads, all of the namespace if absent.")
    package let targetRefs = Field<[PolicyTargetReference]>(
        "Gateways or services that the patches are attached to.", .atMost(16), .since("1.22"))
    package let configPatches = Field<[ConfigPatch]>("The patches, applied in order.")
    package let priority = Field<Int32>(
        "Order among several objects, lowest first; negative ones go before the default 0.", .since("1.11"))

    /// Parts of Envoy's configuration.
    package enum ApplyTo: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.EnvoyFilter_ApplyTo"

        case invalid = "INVALID"
        case listener = "LISTENER"
        case filterChain = "FILTER_CHAIN"
        case networkFilter = "NETWORK_FILTER"
        case httpFilter = "HTTP_FILTER"
        case routeConfiguration = "ROUTE_CONFIGURATION"
        case virtualHost = "VIRTUAL_HOST"
        case httpRoute = "HTTP_ROUTE"
        case cluster = "CLUSTER"
        case extensionConfig = "EXTENSION_CONFIG"
        case bootstrap = "BOOTSTRAP"
        case listenerFilter = "LISTENER_FILTER"

        package var doc: String {
            switch self {
            case .invalid: "None."
            case .listener: "A listener."
            case .filterChain: "A filter chain of a listener."
            case .networkFilter: "A network filter of a filter chain."
            case .httpFilter: "An HTTP filter of the connection manager."
            case .routeConfiguration: "A route configuration, without its virtual hosts."
            case .virtualHost: "A virtual host of a route configuration."
            case .httpRoute: "A route of a virtual host."
            case .cluster: "A cluster."
            case .extensionConfig: "An extension that filters refer to."
            case .bootstrap: "What Envoy starts with."
            case .listenerFilter: "A listener filter."
            }
        }
    }

    /// Where configuration is used.
    package enum PatchContext: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.EnvoyFilter_PatchContext"

        case any = "ANY"
        case sidecarInbound = "SIDECAR_INBOUND"
        case sidecarOutbound = "SIDECAR_OUTBOUND"
        case gateway = "GATEWAY"
        case waypoint = "WAYPOINT"

        package var doc: String {
            switch self {
            case .any: "Sidecars and gateways."
            case .sidecarInbound: "What comes in at sidecars."
            case .sidecarOutbound: "What goes out at sidecars."
            case .gateway: "Gateways."
            case .waypoint: "Waypoints."
            }
        }
    }

    /// A patch, and where to apply it.
    package struct ConfigPatch: Message {
        package static let schema = Schema(
            ConfigPatch(), "A patch, and where to apply it.", name: "EnvoyConfigObjectPatch")

        package init() {}

        package let applyTo = Field<ApplyTo>("What kind of part to patch.")
        package let match = Field<ObjectMatch>("Which of these parts, all if absent.")
        package let patch = Field<Patch>("What to do with them.")
    }

    /// Parts of Envoy's configuration.
    package struct ObjectMatch: Message {
        package static let schema = Schema(
            ObjectMatch(), "Parts of Envoy's configuration.", name: "EnvoyConfigObjectMatch")

        package init() {}

        package let context = Field<PatchContext>("Where the configuration is used.")
        package let proxy = Field<ProxyMatch>("Which proxies.")
        package let listener = Field<ListenerMatch>("Listeners, and parts of them.", .oneOf("object_types"))
        package let routeConfiguration = Field<RouteConfigurationMatch>(
            "Route configurations, and parts of them.", .oneOf("object_types"))
        package let cluster = Field<ClusterMatch>("Clusters.", .oneOf("object_types"))
        package let waypoint = Field<WaypointMatch>(
            "Parts of a waypoint.", .oneOf("object_types"), .since("1.29"))
    }

    /// Proxies.
    package struct ProxyMatch: Message {
        package static let schema = Schema(ProxyMatch(), "Proxies.")

        package init() {}

        package let proxyVersion = Field<String>("An RE2 expression for the release of the proxy.")
        package let metadata = Field<[String: String]>("Metadata that the proxies have, all of it.")
    }

    /// What to do with a part.
    package struct Patch: Message {
        package static let schema = Schema(Patch(), "What to do with a part.")

        package init() {}

        package let operation = Field<Operation>("What to do.")
        package let value = Field<[String: Node]>("A piece of Envoy's configuration as JSON.")
        package let filterClass = Field<FilterClass>("Where in the chain a filter goes.", .since("1.8"))

        /// What to do.
        package enum Operation: String, Enumeration {
            package static let name = "istio.networking.v1alpha3.EnvoyFilter_Patch_Operation"

            case invalid = "INVALID"
            case merge = "MERGE"
            case add = "ADD"
            case remove = "REMOVE"
            case insertBefore = "INSERT_BEFORE"
            case insertAfter = "INSERT_AFTER"
            case insertFirst = "INSERT_FIRST"
            case replace = "REPLACE"

            package var doc: String {
                switch self {
                case .invalid: "Nothing."
                case .merge: "Merges the value into the part."
                case .add: "Adds the value to the list."
                case .remove: "Removes the part."
                case .insertBefore: "Adds the value before the part."
                case .insertAfter: "Adds the value after the part."
                case .insertFirst: "Adds the value at the beginning."
                case .replace: "Puts the value in the part's place."
                }
            }
        }

        /// Where in the chain a filter goes.
        package enum FilterClass: String, Enumeration {
            package static let name = "istio.networking.v1alpha3.EnvoyFilter_Patch_FilterClass"

            case unspecified = "UNSPECIFIED"
            case authn = "AUTHN"
            case authz = "AUTHZ"
            case stats = "STATS"

            package var doc: String {
                switch self {
                case .unspecified: "Where the operation says."
                case .authn: "After Istio's authentication filters."
                case .authz: "After Istio's authorization filters."
                case .stats: "Before Istio's statistics filters."
                }
            }
        }
    }
}

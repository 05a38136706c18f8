package import Schema

/// Clusters.
package struct ClusterMatch: Message {
    package static let schema = Schema(ClusterMatch(), "Clusters.")

    package init() {}

    package let portNumber = Field<UInt32>("Port of the service.")
    package let service = Field<String>("Full name of the service.")
    package let subset = Field<String>("A subset of the service.")
    package let name = Field<String>("Name of the cluster, which excludes the other fields.")
}

/// Route configurations.
package struct RouteConfigurationMatch: Message {
    package static let schema = Schema(RouteConfigurationMatch(), "Route configurations.")

    package init() {}

    package let portNumber = Field<UInt32>("Port of the service or gateway.")
    package let portName = Field<String>("Name of the gateway's port.")
    package let gateway = Field<String>("The gateway as `namespace/name`.")
    package let vhost = Field<VirtualHostMatch>("A virtual host in it.")
    package let name = Field<String>("Name of the route configuration.")

    /// Virtual hosts.
    package struct VirtualHostMatch: Message {
        package static let schema = Schema(VirtualHostMatch(), "Virtual hosts.")

        package init() {}

        package let name = Field<String>("Name of the virtual host, `host:port`.")
        package let domainName = Field<String>("A domain of the virtual host.", .since("1.25"))
        package let route = Field<RouteMatch>("A route in it.")
    }

    /// Routes.
    package struct RouteMatch: Message {
        package static let schema = Schema(RouteMatch(), "Routes.")

        package init() {}

        package let name = Field<String>("Name of the route.")
        package let action = Field<Action>("What the route does.")

        /// What a route does.
        package enum Action: String, Enumeration {
            package static let name =
                "istio.networking.v1alpha3.EnvoyFilter_RouteConfigurationMatch_RouteMatch_Action"

            case any = "ANY"
            case route = "ROUTE"
            case redirect = "REDIRECT"
            case directResponse = "DIRECT_RESPONSE"

            package var doc: String {
                switch self {
                case .any: "Anything."
                case .route: "Forwards."
                case .redirect: "Redirects."
                case .directResponse: "Answers itself."
                }
            }
        }
    }
}

/// Listeners.
package struct ListenerMatch: Message {
    package static let schema = Schema(ListenerMatch(), "Listeners.")

    package init() {}

    package let portNumber = Field<UInt32>("Port of the service or gateway.")
    package let portName = Field<String>("Not acted upon.", .since("1.3"))
    package let filterChain = Field<FilterChainMatch>("A filter chain in it.", .since("1.3"))
    package let listenerFilter = Field<String>("Name of a listener filter in it.", .since("1.17"))
    package let name = Field<String>("Name of the listener, `address_port`.", .since("1.3"))

    /// Filter chains.
    package struct FilterChainMatch: Message {
        package static let schema = Schema(FilterChainMatch(), "Filter chains.")

        package init() {}

        package let name = Field<String>("Name of the filter chain.")
        package let sni = Field<String>("Server name that the chain is for.")
        package let transportProtocol = Field<String>("What connections carry: `tls` or `raw_buffer`.")
        package let applicationProtocols = Field<String>(
            "Protocols of TLS's negotiation that the chain is for, with commas.")
        package let filter = Field<FilterMatch>("A network filter in it.")
        package let destinationPort = Field<UInt32>("Port that the chain is for.", .since("1.9"))
    }

    /// Network filters.
    package struct FilterMatch: Message {
        package static let schema = Schema(FilterMatch(), "Network filters.")

        package init() {}

        package let name = Field<String>("Name of the filter.")
        package let subFilter = Field<SubFilterMatch>("An HTTP filter in the connection manager.")
    }

    /// HTTP filters.
    package struct SubFilterMatch: Message {
        package static let schema = Schema(SubFilterMatch(), "HTTP filters.")

        package init() {}

        package let name = Field<String>("Name of the filter.")
    }
}

/// Parts of a waypoint.
package struct WaypointMatch: Message {
    package static let schema = Schema(WaypointMatch(), "Parts of a waypoint.")

    package init() {}

    package let portNumber = Field<UInt32>("Port of the service.")
    package let route = Field<RouteMatch>("A route.")
    package let filter = Field<FilterMatch>("A filter.")

    /// Routes.
    package struct RouteMatch: Message {
        package static let schema = Schema(RouteMatch(), "Routes.", name: "WaypointMatch.RouteMatch")

        package init() {}

        package let name = Field<String>("Name of the route, `default` for what Istio makes.")
    }

    /// Network filters.
    package struct FilterMatch: Message {
        package static let schema = Schema(
            FilterMatch(), "Network filters.", name: "WaypointMatch.FilterMatch")

        package init() {}

        package let name = Field<String>("Name of the filter.")
        package let subFilter = Field<SubFilterMatch>("An HTTP filter in the connection manager.")

        /// HTTP filters.
        package struct SubFilterMatch: Message {
            package static let schema = Schema(
                SubFilterMatch(), "HTTP filters.", name: "WaypointMatch.FilterMatch.SubFilterMatch")

            package init() {}

            package let name = Field<String>("Name of the filter.")
        }
    }
}

import Diagnostics
import IstioAPI
import Schema
import YAML

/// Which parts of Envoy's configuration a patch can look for.
extension Report {
    mutating func envoyMatch(_ item: Object<EnvoyFilter.ConfigPatch>) {
        let match = item.match
        guard match.isPresent else { return }
        let version = match.proxy.proxyVersion
        if !version.isEmpty { expression(version, at: match.proxy.place(\.proxyVersion)) }
        waypoint(match)
        switch item.applyTo {
        case .listener, .filterChain, .networkFilter, .httpFilter, .listenerFilter:
            only("listener", match, "a listener or a part of one")
            filterChain(match.listener.filterChain, item.applyTo)
        case .routeConfiguration, .virtualHost, .httpRoute:
            only("routeConfiguration", match, "a route configuration or a part of one")
        case .cluster: only("cluster", match, "a cluster")
        case .extensionConfig, .bootstrap, .invalid, nil: break
        }
    }

    private mutating func only(_ name: String, _ match: Object<EnvoyFilter.ObjectMatch>, _ what: String) {
        let given = [
            ("listener", match.has(\.listener), match.place(\.listener)),
            ("routeConfiguration", match.has(\.routeConfiguration), match.place(\.routeConfiguration)),
            ("cluster", match.has(\.cluster), match.place(\.cluster)),
        ]
        for (other, isGiven, place) in given where isGiven && other != name {
            error(
                .invalidMatch, "the patch applies to \(what), so it cannot match by \"\(other)\"", at: place,
                hint: "match by `\(name)`, or change `applyTo`")
        }
    }

    private mutating func filterChain(
        _ chain: Object<ListenerMatch.FilterChainMatch>, _ applyTo: EnvoyFilter.ApplyTo?
    ) {
        guard chain.has(\.filter) else { return }
        let filter = chain.filter
        if applyTo == .listener || applyTo == .filterChain || applyTo == .listenerFilter {
            error(
                .invalidMatch, "a match by filter is for NETWORK_FILTER and HTTP_FILTER only",
                at: filter.place)
        }
        if filter.name.isEmpty, !filter.has(\.subFilter) {
            error(.missingField, "a match by filter needs the filter's name", at: filter.place(\.name))
        }
        guard filter.has(\.subFilter) else { return }
        if applyTo != .httpFilter {
            error(
                .invalidMatch, "a match by inner filter is for HTTP_FILTER only",
                at: filter.place(\.subFilter))
        }
        if !connectionManagers.contains(filter.name) {
            error(
                .invalidMatch,
                "only the connection manager has inner filters, found \(filter.name.quoted)",
                at: filter.place(\.name), hint: "set the name to \(connectionManagers[0])")
        }
        if filter.subFilter.name.isEmpty {
            error(
                .missingField, "a match by inner filter needs its name", at: filter.subFilter.place(\.name))
        }
    }

    private mutating func waypoint(_ match: Object<EnvoyFilter.ObjectMatch>) {
        if match.has(\.waypoint), match.context != .waypoint {
            error(
                .invalidMatch, "a match by waypoint needs the context WAYPOINT", at: match.place(\.waypoint),
                hint: "set `context: WAYPOINT`")
        } else if match.context == .waypoint, !match.has(\.waypoint) {
            error(
                .missingField, "the context WAYPOINT needs a match by waypoint", at: match.place(\.waypoint),
                hint: "write `waypoint: {}` for all")
        }
        if match.waypoint.has(\.portNumber) {
            port(match.waypoint.portNumber, at: match.waypoint.place(\.portNumber))
        }
    }
}

private let connectionManagers = [
    "envoy.filters.network.http_connection_manager", "envoy.http_connection_manager",
]

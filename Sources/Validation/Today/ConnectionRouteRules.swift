import Diagnostics
import IstioAPI
import Schema
import YAML

/// Routes for TLS that passes unopened, and for other TCP.
extension Report {
    mutating func tlsRoute(_ route: Object<TLSRoute>, of service: Object<VirtualService>) {
        if route.match.isEmpty {
            error(.missingField, "TLS route must have at least one match condition", at: route.place(\.match))
        }
        for match in route.match {
            if match.sniHosts.isEmpty {
                error(.missingField, "TLS match must have at least one SNI host", at: match.place(\.sniHosts))
            }
            for (host, mark) in match.each(\.sniHosts) { serverName(host, of: service, at: .value(mark)) }
            subnets(match.each(\.destinationSubnets))
            if match.port != 0 { port(match.port, at: match.place(\.port)) }
            labels(match.sourceLabels)
            for (gateway, mark) in match.each(\.gateways) { self.gateway(gateway, at: mark) }
        }
        if route.route.isEmpty { error(.missingField, "TLS route is required", at: route.place(\.route)) }
        targets(route.route)
    }

    mutating func tcpRoute(_ route: Object<TCPRoute>) {
        for match in route.match {
            subnets(match.each(\.destinationSubnets))
            if match.port != 0 { port(match.port, at: match.place(\.port)) }
            labels(match.sourceLabels)
            for (gateway, mark) in match.each(\.gateways) { self.gateway(gateway, at: mark) }
        }
        if route.route.isEmpty { error(.missingField, "TCP route is required", at: route.place(\.route)) }
        targets(route.route)
    }

    mutating func subnets(_ subnets: [(item: String, mark: Mark)]) {
        for (subnet, mark) in subnets where !Address.isSubnet(subnet) {
            error(
                .invalidAddress, "\(subnet.escapingControls) is not a valid CIDR block", at: .value(mark))
        }
    }

    private mutating func targets(_ targets: Items<RouteDestination>) {
        for target in targets { destination(target.destination) }
        weights(targets.map { ($0.weight, $0.place(\.weight)) })
    }

    private mutating func serverName(_ name: String, of service: Object<VirtualService>, at place: Place) {
        if Address.isAddress(name) {
            return warning(
                .invalidHost,
                "using an IP address (\"\(name)\") goes against SNI spec, most clients do not support it",
                at: place)
        }
        if let problem = service.problem(withHost: name) { return error(.invalidHost, problem, at: place) }
        if !service.hosts.contains(where: { HostName.isSubset(name, of: $0) }) {
            error(
                .invalidMatch,
                "SNI host \"\(name)\" is not a compatible subset of the virtual service hosts", at: place)
        }
    }
}

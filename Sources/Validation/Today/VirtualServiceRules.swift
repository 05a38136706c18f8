import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a virtual service; the checks of HTTP routes are in files of their own.
extension VirtualService: Validated {
    package static let checks: [Check<VirtualService>] = [
        .init("gateways", gatewayNames), .init("hosts", hostNames), .init("routes", someRoute),
        .init("http", httpRoutes), .init("tls", tlsRoutes), .init("tcp", tcpRoutes),
        .init("exportTo", visibility),
    ]
}

extension Object<VirtualService> {
    /// Without hosts, the object only holds routes for another one.
    var isDelegate: Bool { self.hosts.isEmpty }
    var appliesToMesh: Bool { self.gateways.contains("mesh") || self.gateways.isEmpty }
}

/// Gateways by name; delegates have none.
private func gatewayNames(_ service: Object<VirtualService>, _ report: inout Report) {
    if service.isDelegate, let first = service.each(\.gateways).first {
        report.error(
            .exclusiveFields, "delegate virtual service must have no gateways specified",
            at: .value(first.mark))
    }
    for (name, mark) in service.each(\.gateways) { report.gateway(name, at: mark) }
}

/// Names, wildcards or addresses, none of which covers another.
private func hostNames(_ service: Object<VirtualService>, _ report: inout Report) {
    var valid: [(host: String, mark: Mark)] = []
    for (host, mark) in service.each(\.hosts) {
        if Address.isAddress(host) {
            valid.append((host, mark))
        } else if let problem = service.problem(withHost: host) {
            report.error(.invalidHost, problem, at: .value(mark))
        } else if host == "*", service.appliesToMesh {
            report.error(
                .invalidHost, "wildcard host * is not allowed for virtual services bound to the mesh gateway",
                at: .value(mark), hint: "name the hosts, or bind the routes to a gateway")
        } else {
            valid.append((host, mark))
        }
    }
    for pair in HostOverlaps.pairs(valid.map(\.host)) {
        report.error(
            .duplicateValue,
            "duplicate hosts in virtual service: \(valid[pair.earlier].host) & \(valid[pair.later].host)",
            at: .value(valid[pair.later].mark))
    }
}

/// There is something to route, and delegates route HTTP only.
private func someRoute(_ service: Object<VirtualService>, _ report: inout Report) {
    if service.http.isEmpty, service.tls.isEmpty, service.tcp.isEmpty {
        report.error(
            .missingField, "http, tcp or tls must be provided in virtual service", at: service.place)
    }
    guard service.isDelegate else { return }
    if !service.tcp.isEmpty {
        report.error(
            .exclusiveFields, "delegate virtual service must have no tcp route specified",
            at: service.place(\.tcp))
    }
    if !service.tls.isEmpty {
        report.error(
            .exclusiveFields, "delegate virtual service must have no tls route specified",
            at: service.place(\.tls))
    }
}

private func httpRoutes(_ service: Object<VirtualService>, _ report: inout Report) {
    for route in service.http { report.httpRoute(route, of: service) }
    report.reachability(of: service)
}

private func tlsRoutes(_ service: Object<VirtualService>, _ report: inout Report) {
    for route in service.tls { report.tlsRoute(route, of: service) }
}

private func tcpRoutes(_ service: Object<VirtualService>, _ report: inout Report) {
    for route in service.tcp { report.tcpRoute(route) }
}

private func visibility(_ service: Object<VirtualService>, _ report: inout Report) {
    report.exportTo(service.each(\.exportTo))
}

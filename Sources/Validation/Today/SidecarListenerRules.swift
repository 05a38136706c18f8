import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func ingressListener(_ listener: Object<IstioIngressListener>) {
        if listener.has(\.port) {
            listenerPort(listener.port)
            port(listener.port.number, at: listener.port.place(\.number))
        }
        address(listener.bind, at: listener.place(\.bind))
        if !listener.defaultEndpoint.isEmpty {
            endpoint(listener.defaultEndpoint, at: listener.place(\.defaultEndpoint))
        }
        if listener.has(\.tls) { ingressTLS(listener) }
        guard listener.has(\.connectionPool) else { return }
        connectionPool(listener.connectionPool)
        let spoken = listener.port.protocol
        if listener.connectionPool.has(\.http), !spoken.isEmpty, !TransportName.isHTTP(spoken) {
            warning(
                .unusedValue,
                "port \(listener.port.number) speaks \(spoken.escapingControls), so the settings of HTTP "
                    + "have no effect",
                at: listener.connectionPool.place(\.http), hint: "set the port's `protocol` to HTTP")
        }
    }

    mutating func egressListener(_ listener: Object<IstioEgressListener>) {
        if listener.has(\.hosts), listener.hosts.isEmpty {
            error(
                .missingField, "a listener for egress needs a host", at: listener.place(\.hosts),
                hint: "write `*/*` for all hosts")
        }
        for (host, mark) in listener.each(\.hosts) { namespacedHost(host, at: .value(mark)) }
        guard listener.has(\.port) else { return }
        listenerPort(listener.port)
        guard listener.bind.hasPrefix(UnixAddress.scheme) else {
            port(listener.port.number, at: listener.port.place(\.number))
            return address(listener.bind, at: listener.place(\.bind))
        }
        if listener.port.number != 0 {
            error(
                .exclusiveFields, "a Unix socket has no port number, found \(listener.port.number)",
                at: listener.port.place(\.number), hint: "remove it, or set it to 0")
        }
        if let problem = UnixAddress.problem(with: listener.bind) {
            error(.invalidAddress, problem, at: listener.place(\.bind))
        }
        if listener.captureMode == .iptables {
            error(
                .exclusiveFields, "iptables cannot lead to a Unix socket", at: listener.place(\.captureMode),
                hint: "set `captureMode` to NONE or DEFAULT")
        }
    }

    mutating func uniquePort(_ port: Object<SidecarPort>, _ numbers: inout Set<Int>) {
        guard !numbers.insert(port.number).inserted else { return }
        error(
            .duplicateValue, "another listener is at port \(port.number) already", at: port.place(\.number))
    }

    private mutating func listenerPort(_ port: Object<SidecarPort>) {
        transportProtocol(port.protocol, at: port.place(\.protocol))
    }

    private mutating func address(_ address: String, at place: Place) {
        guard !address.isEmpty, !Address.isAddress(address) else { return }
        error(.invalidAddress, "\"\(address.escapingControls)\" is no IP address", at: place)
    }

    /// `namespace/host`, both of which may be `*`.
    private mutating func namespacedHost(_ host: String, at place: Place) {
        guard let slash = host.firstIndex(of: "/") else {
            return error(
                .invalidHost, "host \"\(host.escapingControls)\" lacks its namespace", at: place,
                hint: "write `namespace/host`, `./host` for the own namespace, or `*/host` for any")
        }
        if host[..<slash] == "~" {
            return host[slash...] == "/*" ? () : gatewayHost("*" + host[slash...], at: place, in: "sidecar")
        }
        gatewayHost(host, at: place, in: "sidecar")
    }

    /// The workload itself, or a socket beside it.
    private mutating func endpoint(_ endpoint: String, at place: Place) {
        if endpoint.hasPrefix(UnixAddress.scheme) {
            if let problem = UnixAddress.problem(with: endpoint) {
                error(.invalidAddress, problem, at: place)
            }
            return
        }
        guard let host = localHosts.first(where: { endpoint.hasPrefix($0 + ":") }) else {
            return error(
                .invalidAddress, "\"\(endpoint.escapingControls)\" is not on the workload's own host",
                at: place,
                hint: "write 127.0.0.1:PORT, 0.0.0.0:PORT, [::1]:PORT, [::]:PORT or unix://PATH")
        }
        let number = String(endpoint.dropFirst(host.count + 1))
        guard let number = Int(number) else {
            return error(
                .invalidPort, "\"\(number.escapingControls)\" in the default endpoint is no port number",
                at: place)
        }
        port(number, at: place)
    }
}

private let localHosts = ["127.0.0.1", "0.0.0.0", "[::1]", "[::]"]

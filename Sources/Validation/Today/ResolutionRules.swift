import Diagnostics
import IstioAPI
import Schema

/// What a service entry's resolution asks of its hosts, addresses and endpoints.
extension Report {
    mutating func resolution(of entry: Object<ServiceEntry>) {
        switch entry.resolution {
        case .original, nil: original(entry)
        case .fixed: fixed(entry)
        case .dns, .dnsRoundRobin: byName(entry)
        case .dynamicDNS: byRequest(entry)
        }
        oneHostForStreams(entry)
    }

    /// HTTP and TLS tell hosts apart by what is asked for; other protocols cannot.
    private mutating func oneHostForStreams(_ entry: Object<ServiceEntry>) {
        guard ![.original, nil].contains(entry.resolution), entry.hosts.count > 1 else { return }
        let telling = ["HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-WEB", "HTTPS", "TLS"]
        for port in entry.ports where !telling.contains(port.protocol.uppercased()) {
            return error(
                .exclusiveFields,
                "several hosts cannot be told apart at port \(port.number), which is neither HTTP nor TLS",
                at: port.place, hint: "make an entry for each host, or say which protocol it is")
        }
    }

    private mutating func original(_ entry: Object<ServiceEntry>) {
        if !entry.endpoints.isEmpty {
            error(
                .exclusiveFields, "endpoints are of no use to the resolution NONE",
                at: entry.place(\.endpoints),
                hint: "remove them, or set `resolution: STATIC` or `DNS`")
        }
        if entry.has(\.workloadSelector) {
            warning(
                .unusedValue, "a workload selector is of no use to the resolution NONE",
                at: entry.place(\.workloadSelector), hint: "set `resolution: STATIC`")
        }
    }

    private mutating func fixed(_ entry: Object<ServiceEntry>) {
        var hasSockets = false
        let names = Set(entry.ports.map(\.name))
        for endpoint in entry.endpoints {
            workload(endpoint, servicePorts: names, allowsNames: false)
            if endpoint.address.hasPrefix(UnixAddress.scheme) { hasSockets = true }
        }
        if hasSockets, entry.ports.count != 1 {
            error(
                .invalidPort, "endpoints at Unix sockets need exactly one port, found \(entry.ports.count)",
                at: entry.place(\.ports))
        }
    }

    private mutating func byName(_ entry: Object<ServiceEntry>) {
        let resolution = entry.resolution == .dns ? "DNS" : "DNS_ROUND_ROBIN"
        if entry.endpoints.isEmpty {
            for (host, mark) in entry.each(\.hosts) where host != "*" {
                guard let problem = HostName.problem(with: host),
                    HostName.wildcardProblem(with: host) == nil
                else { continue }
                error(
                    .invalidHost, "resolution \(resolution) without endpoints looks hosts up: \(problem)",
                    at: .value(mark), hint: "give whole names, or endpoints")
            }
        }
        if entry.resolution == .dnsRoundRobin, entry.endpoints.count > 1 {
            error(
                .outOfRange, "resolution DNS_ROUND_ROBIN takes one endpoint, found \(entry.endpoints.count)",
                at: entry.place(\.endpoints), hint: "use `resolution: DNS`")
        }
        let names = Set(entry.ports.map(\.name))
        for endpoint in entry.endpoints { namedEndpoint(endpoint, servicePorts: names) }
        guard !entry.addresses.isEmpty, entry.hosts.count > 1 else { return }
        for port in entry.ports where TransportName.isStream(port.protocol) {
            return warning(
                .exclusiveFields,
                "several hosts at one address cannot be told apart at the TCP port \(port.number)",
                at: port.place, hint: "make an entry for each host")
        }
    }

    /// The host that a request names is looked up: there is nothing to know before.
    private mutating func byRequest(_ entry: Object<ServiceEntry>) {
        for (host, mark) in entry.each(\.hosts) where !host.hasPrefix("*") {
            error(
                .invalidHost, "resolution DYNAMIC_DNS needs wildcards, \"\(host.escapingControls)\" is none",
                at: .value(mark), hint: "write `*.` before the domain, or use `resolution: DNS`")
        }
        let unused = [
            ("endpoints", entry.has(\.endpoints) && !entry.endpoints.isEmpty, entry.place(\.endpoints)),
            ("addresses", !entry.addresses.isEmpty, entry.place(\.addresses)),
        ]
        for (name, isGiven, place) in unused where isGiven {
            error(
                .exclusiveFields, "\(name) are of no use to the resolution DYNAMIC_DNS", at: place,
                hint: "remove them, the hosts decide")
        }
        for port in entry.ports where !["HTTP", "HTTP2", "GRPC", "TLS"].contains(port.protocol.uppercased()) {
            error(
                .invalidProtocol,
                "resolution DYNAMIC_DNS needs HTTP, HTTP2, GRPC or TLS, "
                    + "found \"\(port.protocol.escapingControls)\"",
                at: port.place(\.protocol))
        }
    }
}

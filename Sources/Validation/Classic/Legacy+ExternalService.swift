package import IstioAPI
import Schema

extension Legacy.ExternalService: Validated {
    package static let checks: [Check<Legacy.ExternalService>] = [
        .init("hosts", checkHosts), .init("duplicate-ports", checkDuplicatePorts),
        .init("discovery", checkDiscovery),
        .init("ports", checkPorts),
    ]
}

private typealias Service = Legacy.ExternalService

private func checkHosts(_ service: Object<Legacy.ExternalService>, _ report: inout Report) {
    if service.hosts.isEmpty {
        report.error(
            .missingField, "external service must have at least one host", at: service.place(\.hosts))
    }
    for (host, mark) in service.each(\.hosts) { report.checkHost(host, at: .value(mark)) }
}

private func checkDuplicatePorts(_ service: Object<Legacy.ExternalService>, _ report: inout Report) {
    var names: Set<String> = []
    var numbers: Set<Int> = []
    for port in service.ports {
        if !names.insert(port.name).inserted {
            report.error(
                .duplicateValue, "external service port name \(port.name.quoted) already defined",
                at: port.place(\.name))
        }
        if !numbers.insert(port.number).inserted {
            report.error(
                .duplicateValue, "external service port \(port.number) already defined",
                at: port.place(\.number))
        }
    }
}

private func checkDiscovery(_ service: Object<Legacy.ExternalService>, _ report: inout Report) {
    let endpoints = service.endpoints
    switch service.has(\.discovery) ? service.discovery : Service.Discovery.none {
    case .some(.none):
        if !endpoints.isEmpty {
            report.error(
                .exclusiveFields, "no endpoints should be provided for discovery type none",
                at: service.place(\.endpoints), hint: "say `discovery: STATIC` to use them")
        }
    case .fixed: fixed(service, endpoints, &report)
    case .dns: dns(service, endpoints, &report)
    case nil:
        report.error(.unknownValue, "unsupported discovery type", at: service.place(\.discovery))
    }
}

private func fixed(
    _ service: Object<Service>, _ endpoints: Items<Service.Endpoint>, _ report: inout Report
) {
    if endpoints.isEmpty {
        report.error(
            .missingField, "endpoints must be provided if external service discovery mode is static",
            at: service.place(\.endpoints))
    }
    for endpoint in endpoints {
        report.checkIPv4(endpoint.address, at: endpoint.place(\.address))
        rest(endpoint, service, &report)
    }
}

private func dns(_ service: Object<Service>, _ endpoints: Items<Service.Endpoint>, _ report: inout Report) {
    if endpoints.isEmpty {
        for (host, mark) in service.each(\.hosts)
        where Domain.lengthProblem(host) != nil || Domain.labelProblem(host[...]) != nil {
            report.error(
                .invalidHost, "hosts must be FQDN if no endpoints are provided for discovery mode DNS",
                at: .value(mark))
        }
    }
    for endpoint in endpoints {
        if Address.family(of: endpoint.address[...]) == nil {
            report.checkDomain(endpoint.address, at: endpoint.place(\.address))
        }
        rest(endpoint, service, &report)
    }
}

/// Labels and ports of an endpoint. 0.7.1 names a port that the service lacks by its number.
private func rest(_ endpoint: Object<Service.Endpoint>, _ service: Object<Service>, _ report: inout Report) {
    report.checkLabels(endpoint.labels)
    for port in endpoint.ports {
        if !service.ports.contains(where: { $0.name == port.key }) {
            report.error(
                .invalidReference, "endpoint port \(port.value) is not defined by the external service",
                at: .key(port.key, port.node.keyMark),
                hint: "`ports` of the service has none called \(port.key.quoted)")
        }
        portName(port.key, at: .key(port.key, port.node.keyMark), &report)
        report.checkPort(port.value, at: .value(port.node.value.mark))
    }
}

private func checkPorts(_ service: Object<Legacy.ExternalService>, _ report: inout Report) {
    for port in service.ports {
        portName(port.name, at: port.place(\.name), &report)
        if !TransportProtocol.isKnown(port.protocol) {
            report.error(
                .invalidProtocol, "unsupported protocol: \(port.protocol)", at: port.place(\.protocol))
        }
        report.checkPort(port.number, at: port.place(\.number))
    }
}

private func portName(_ name: String, at place: @autoclosure () -> Place, _ report: inout Report) {
    guard !Name.isLabel(name) else { return }
    report.error(
        .invalidName, "invalid port name: \(name)", at: place(),
        hint: "use lower case letters, digits and \"-\"")
}

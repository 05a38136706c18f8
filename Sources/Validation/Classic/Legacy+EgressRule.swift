package import IstioAPI
import Schema

extension Legacy.EgressRule: Validated {
    package static let checks: [Check<Legacy.EgressRule>] = [
        .init("destination", checkDestination), .init("ports", checkPorts),
        .init("egress-proxy", checkEgressProxy),
    ]
}

private func checkDestination(_ rule: Object<Legacy.EgressRule>, _ report: inout Report) {
    let destination = rule.destination
    guard destination.isPresent else {
        return report.error(
            .missingField, "destination of egress rule must have destination field",
            at: rule.place(\.destination),
            hint: "give the outer service, such as `destination: {service: api.example.com}`")
    }
    let partsOfName = [
        ("name", destination.place(\.name), destination.name.isEmpty),
        ("namespace", destination.place(\.namespace), destination.namespace.isEmpty),
        ("domain", destination.place(\.domain), destination.domain.isEmpty),
        ("labels", destination.place(\.labels), destination.labels.isEmpty),
    ]
    for (name, place, isEmpty) in partsOfName where !isEmpty {
        report.error(
            .exclusiveFields, "destination of egress rule must not have \(name) field", at: place,
            hint: "give the outer service in `service`")
    }
    if destination.service.isEmpty {
        report.error(
            .missingField, "domain must not be empty string", at: destination.place(\.service),
            hint: "give the outer service in `service`")
    } else {
        report.checkService(destination.service, at: destination.place(\.service))
    }
}

private func checkPorts(_ rule: Object<Legacy.EgressRule>, _ report: inout Report) {
    let ports = rule.ports
    if ports.isEmpty {
        report.error(.missingField, "egress rule must have a ports list", at: rule.place(\.ports))
    }
    let service = rule.destination.service
    var seen: Set<Int> = []
    for port in ports {
        let number = port.port
        if !seen.insert(number).inserted {
            report.error(.duplicateValue, "duplicate port: \(number)", at: port.place(\.port))
        }
        if number < 1 || number > Port.highest {
            report.checkPort(number, at: port.place(\.port))
        } else {
            transport(port, service, &report)
        }
    }
}

/// Addresses can be opened for plain connections only.
private func transport(_ port: Object<Legacy.EgressRule.Port>, _ service: String, _ report: inout Report) {
    let spoken = port.protocol
    let (http, tcp) = (["HTTP", "HTTP2", "GRPC", "HTTPS"], ["TCP", "Mongo"])
    let isTCP = tcp.contains { $0.lowercased() == spoken.lowercased() }
    if !isTCP, !http.contains(spoken.uppercased()) {
        let all = (http + tcp).sorted().joined(separator: ",")
        report.error(
            .invalidProtocol,
            "egress rule support is available only for the following protocols: \(all)",
            at: port.place(\.protocol))
    }
    if !isTCP, Address.isBlock(service) {
        report.error(
            .invalidProtocol,
            "Only the following protocols can be defined for CIDR destination service notation: "
                + "\(tcp.sorted().joined(separator: ",")). This rule - port: \(port.port) "
                + "protocol: \(spoken) destination.service: \(service)",
            at: port.place(\.protocol))
    }
}

private func checkEgressProxy(_ rule: Object<Legacy.EgressRule>, _ report: inout Report) {
    guard rule.useEgressProxy else { return }
    report.error(
        .notImplemented, "directing traffic through egress proxy is not implemented yet",
        at: rule.place(\.useEgressProxy))
}

package import IstioAPI
import Schema

extension Legacy.Gateway: Validated {
    package static let checks: [Check<Legacy.Gateway>] = [.init("servers", checkServers)]
}

private typealias Server = Legacy.Gateway.Server

private func checkServers(_ gateway: Object<Legacy.Gateway>, _ report: inout Report) {
    if gateway.servers.isEmpty {
        report.error(.missingField, "gateway must have at least one server", at: gateway.place(\.servers))
    }
    for server in gateway.servers {
        hosts(server, &report)
        tls(server.tls, &report)
        if server.port.isPresent {
            port(server.port, &report)
        } else {
            report.error(.missingField, "port is required", at: server.place(\.port))
        }
    }
}

private func hosts(_ server: Object<Server>, _ report: inout Report) {
    if server.hosts.isEmpty {
        report.error(
            .missingField, "server config must contain at least one host", at: server.place(\.hosts),
            hint: "write `hosts: [\"*\"]` to serve all")
    }
    for (host, mark) in server.each(\.hosts) { report.checkHost(host, at: .value(mark)) }
}

private func tls(_ options: Object<Server.TLSOptions>, _ report: inout Report) {
    guard options.isPresent, let mode = options.mode, mode != .passthrough else { return }
    if options.serverCertificate.isEmpty {
        report.error(
            .missingField, "\(mode.rawValue) TLS requires a server certificate",
            at: options.place(\.serverCertificate))
    }
    if mode == .mutual, options.caCertificates.isEmpty {
        report.error(
            .missingField, "MUTUAL TLS requires a client CA bundle", at: options.place(\.caCertificates))
    }
}

private func port(_ port: Object<Legacy.Port>, _ report: inout Report) {
    let spoken = port.protocol
    if !TransportProtocol.isKnown(spoken) {
        report.error(
            .invalidProtocol,
            "invalid protocol \(spoken.quoted), supported protocols are HTTP, HTTP2, GRPC, MONGO, REDIS, TCP",
            at: port.place(\.protocol))
    }
    if port.number != 0 {
        report.checkPort(port.number, at: port.place(\.number))
    } else if port.name.isEmpty {
        let shown = spoken.isEmpty ? "" : "protocol:\(spoken.quoted) "
        report.error(
            .missingField, "either port number or name must be set: \(shown)", at: port.place(\.number))
    }
}

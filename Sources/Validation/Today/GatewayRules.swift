import Diagnostics
package import IstioAPI
package import Schema
package import YAML

/// Istio 1.30, what it refuses in a gateway; the checks of TLS settings are in a file of their own.
extension Gateway: Validated {
    package static let checks: [Check<Gateway>] = [
        .init("servers", everyServer), .init("portNames", portNames),
    ]

    /// Routes name gateways in forms in which dots have a meaning.
    package static func checkMetadata(_ metadata: Node?, _ gateway: Object<Gateway>, _ report: inout Report) {
        guard let name = metadata?["name"], let text = name.string, text.contains(".") else { return }
        report.error(
            .invalidName, "a gateway's name has no dots, found \(text.quoted)", at: .value(name.mark))
    }
}

private func everyServer(_ gateway: Object<Gateway>, _ report: inout Report) {
    if gateway.servers.isEmpty {
        report.error(
            .missingField, "gateway must have at least one server", at: gateway.place(\.servers))
    }
    for server in gateway.servers { report.server(server) }
}

private func portNames(_ gateway: Object<Gateway>, _ report: inout Report) {
    var seen: Set<String> = []
    for server in gateway.servers where !server.port.name.isEmpty {
        if !seen.insert(server.port.name).inserted {
            report.error(
                .duplicateValue,
                "port names in servers must be unique: duplicate name \(server.port.name.escapingControls)",
                at: server.port.place(\.name))
        }
    }
}

extension Report {
    fileprivate mutating func server(_ server: Object<Server>) {
        if server.has(\.hosts), server.hosts.isEmpty {
            error(
                .missingField, "server config must contain at least one host", at: server.place(\.hosts))
        }
        for (host, mark) in server.each(\.hosts) { gatewayHost(host, at: .value(mark)) }
        if server.has(\.port) { serverPort(server) }
        if server.has(\.tls) { serverTLS(server.tls) }
        let spoken = server.port.protocol.uppercased()
        if server.tls.httpsRedirect, !["HTTP", "HTTP2", "GRPC", "GRPC-WEB"].contains(spoken) {
            warning(
                .unusedValue, "only requests in plain text can be redirected to HTTPS",
                at: server.tls.place(\.httpsRedirect), hint: "set the port's `protocol` to HTTP")
        }
        if ["HTTPS", "TLS"].contains(spoken), !server.has(\.tls) {
            error(
                .missingField, "server must have TLS settings for HTTPS/TLS protocols",
                at: server.place(\.tls))
        }
        if ["HTTP", "HTTP2", "GRPC", "GRPC-WEB"].contains(spoken), server.has(\.tls),
            !server.tls.httpsRedirect
        {
            error(
                .exclusiveFields, "server cannot have TLS settings for plain text HTTP ports",
                at: server.place(\.tls))
        }
    }

    private mutating func serverPort(_ server: Object<Server>) {
        let port = server.port
        if !protocols.contains(port.protocol.uppercased()) {
            error(
                .invalidProtocol, "invalid protocol \"\(port.protocol.escapingControls)\"",
                at: port.place(\.protocol), hint: "one of \(protocols.joined(separator: ", "))")
        }
        if server.bind.hasPrefix("unix://") {
            if port.number != 0 {
                error(
                    .invalidPort, "port number must be 0 for unix domain socket", at: port.place(\.number))
            }
        } else {
            self.port(port.number, at: port.place(\.number))
            if !server.bind.isEmpty, !Address.isAddress(server.bind) {
                error(
                    .invalidAddress, "\(server.bind.escapingControls) is not a valid IP",
                    at: server.place(\.bind))
            }
        }
        if port.has(\.name), port.name.isEmpty {
            error(.emptyValue, "port name must be set", at: port.place(\.name))
        }
    }
}

private let protocols = [
    "HTTP", "HTTPS", "HTTP2", "GRPC", "GRPC-WEB", "MONGO", "REDIS", "MYSQL", "TCP", "TLS",
]

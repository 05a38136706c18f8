package import YAML

/// What the name of a service's port says about the protocol, as Istio 1.30 reads it.
package enum ServicePortName {
    /// Whether neither `appProtocol` nor the name nor the number tells a protocol, so that Istio must guess.
    package static func tellsNoProtocol(_ port: Node) -> Bool {
        if port["protocol"]?.string?.uppercased() == "UDP" { return false }
        let spoken = port["appProtocol"].flatMap { $0.isNull ? nil : $0.string }
        if let spoken, ["kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss"].contains(spoken) {
            return false
        }
        let name = (spoken ?? port["name"]?.string ?? "").lowercased()
        if name.hasPrefix("grpc-web") || protocols.contains(String(name.prefix { $0 != "-" })) {
            return false
        }
        return !wellKnownPorts.contains(port["port"]?.int ?? 0)
    }

    private static let protocols: Set = [
        "tcp", "udp", "grpc", "http", "http_proxy", "http2", "https", "tls", "mongo", "redis", "mysql",
    ]

    /// SMTP, DNS, MySQL and MongoDB, which guessing would break: plain TCP.
    private static let wellKnownPorts: Set<Int64> = [25, 53, 3306, 27017]
}

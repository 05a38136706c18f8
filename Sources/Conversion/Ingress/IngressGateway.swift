import IstioAPI
import Schema
import YAML

/// The gateway that opens the ports for an ingress.
enum IngressGateway {
    private static let plainPort = 80
    private static let securePort = 443

    static func gateway(
        _ object: InputObject, _ paths: [IngressPath], _ certificates: [IngressCertificate],
        servesPlain: Bool,
        port: Node? = nil, _ work: inout ConversionWork
    ) -> Node {
        var servers: [Node] = []
        let hosts = hosts(paths)
        if servesPlain { servers.append(server(port ?? Node(plainPort), "http", "HTTP", hosts, nil)) }
        for (index, certificate) in certificates.enumerated() {
            let named = certificate.hosts.filter { $0.string?.isEmpty == false }
            work.ledger.changed(
                certificate.secret.mark, "the Secret must be in the namespace of the gateway's pods")
            let tls: Node = ["mode": "SIMPLE", "credentialName": certificate.secret]
            let name = index == 0 ? "https" : "https-\(index + 1)"
            servers.append(
                server(port ?? Node(securePort), name, "HTTPS", named.isEmpty ? hosts : Node(named), tls))
        }
        let name = object.name.contains(".") ? ObjectNaming.label(object.name) : object.name
        return work.make(
            Gateway.self, name: name, in: object.namespace, from: [object],
            ["selector": ["istio": "ingressgateway"], "servers": Node(servers)])
    }

    private static func server(
        _ port: Node, _ name: String, _ spoken: String, _ hosts: Node, _ tls: Node?
    ) -> Node {
        var server: Node = [
            "port": ["number": port, "name": Node(name), "protocol": Node(spoken)], "hosts": hosts,
        ]
        if let tls { server.set("tls", tls) }
        return server
    }

    private static func hosts(_ paths: [IngressPath]) -> Node {
        var hosts: [Node] = []
        for path in paths {
            guard let host = path.host else { return ["*"] }
            if !hosts.contains(host) { hosts.append(host) }
        }
        return Node(hosts)
    }
}

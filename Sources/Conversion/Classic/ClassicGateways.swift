import IstioAPI
import Schema
import YAML

/// Gateways as 0.7.1 previewed them.
enum ClassicGateways {
    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.Gateway.self) {
            let gateway = Object<Legacy.Gateway>(object.spec)
            let ports = PortNames.unique(
                gateway.servers.map { ($0.port.node, $0.port.node(\.protocol)) }, &work)
            var servers: [Node] = []
            for (server, port) in zip(gateway.servers, ports) {
                servers.append(self.server(server, port, &work))
            }
            var spec: Node = ["servers": Node(servers)]
            if let selector = gateway.node(\.selector), selector.map?.isEmpty == false {
                spec.set("selector", selector)
            }
            let name = object.name.contains(".") ? ObjectNaming.label(object.name) : object.name
            let node = work.make(Gateway.self, name: name, in: object.namespace, from: [object], spec)
            work.add(node, order: order, rank: Rank.gateways)
        }
    }

    private typealias Server = Object<Legacy.Gateway.Server>

    private static func server(_ server: Server, _ port: Node, _ work: inout ConversionWork) -> Node {
        var node: Node = ["port": port, "hosts": server.node(\.hosts) ?? []]
        let spoken = port["protocol"]?.string ?? ""
        let tls = server.tls
        let isPlain = ["HTTP", "HTTP2", "GRPC"].contains(spoken)
        if isPlain, tls.isPresent, !tls.httpsRedirect {
            work.ledger.dropped(
                tls.mark, "the port speaks \(spoken) in plain text", instead: "protocol HTTPS")
        } else if tls.isPresent {
            node.set("tls", settings(tls))
        } else if spoken == "HTTPS" {
            node.set("tls", ["mode": "PASSTHROUGH"])
            work.ledger.remark(
                "a server for HTTPS without TLS settings leaves TLS to the service (PASSTHROUGH)")
        }
        return node
    }

    private static func settings(_ tls: Object<Legacy.Gateway.Server.TLSOptions>) -> Node {
        var node = Node.emptyMap
        for entry in tls.node?.map ?? [] where !entry.value.isNull && entry.value.string != "" {
            node.set(entry.key, entry.value)
        }
        if let mode = tls.mode {
            node.set("mode", Node(.string(mode.rawValue), at: tls.node(\.mode)?.mark ?? .none))
        }
        return node
    }
}

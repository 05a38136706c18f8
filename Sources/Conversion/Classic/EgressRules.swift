import IstioAPI
import Schema
import YAML

/// Egress rules as service entries.
enum EgressRules {
    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.EgressRule.self) {
            let rule = Object<Legacy.EgressRule>(object.spec)
            guard let service = rule.destination.node(\.service), let host = service.string else { continue }
            guard host != "*" else {
                work.drop(
                    object, "a service entry cannot stand for all hosts",
                    instead: "the mesh's `outboundTrafficPolicy: {mode: ALLOW_ANY}`")
                continue
            }
            var spec: Node = ["location": "MESH_EXTERNAL"]
            let isBlock = host.contains("/")
            if isBlock {
                // A service entry has a name; connections are told by the addresses.
                spec.set("hosts", [Node("\(ObjectNaming.label(object.name)).egress.local")])
                spec.set("addresses", [service])
            } else {
                spec.set("hosts", [service])
            }
            spec.set("resolution", isBlock || host.hasPrefix("*") ? "NONE" : "DNS")
            spec.set("ports", ports(rule, &work))
            let node = work.make(
                ServiceEntry.self, name: object.name, in: object.namespace, from: [object], spec)
            work.add(node, order: order, rank: Rank.entries)
        }
    }

    private static func ports(_ rule: Object<Legacy.EgressRule>, _ work: inout ConversionWork) -> Node {
        let ports = rule.ports.map { port -> Node in
            let spoken = port.protocol.uppercased()
            if spoken == "HTTPS", let node = port.node(\.protocol) {
                work.ledger.changed(
                    node.mark,
                    """
                    0.7.1's sidecar began TLS for requests to http://…:\(port.port); today callers use \
                    https:// themselves, or a DestinationRule has `tls: {mode: SIMPLE}` for a port of \
                    protocol HTTP
                    """)
            }
            return [
                "number": port.node(\.port) ?? 0, "name": Node("\(ObjectNaming.label(spoken))-\(port.port)"),
                "protocol": Node(.string(spoken), at: port.node(\.protocol)?.mark ?? .none),
            ]
        }
        return Node(Array(ports))
    }
}

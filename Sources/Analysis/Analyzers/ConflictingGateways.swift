import IstioAPI
import Schema

extension Analyzer {
    static let conflictingGateways = Analyzer(
        "gateway.ConflictingGatewayAnalyzer",
        "No two gateways of the same workloads listen for the same host at the same port.",
        reads: [ObjectType(Gateway.kind), .pod], codes: [.conflictingGateways]
    ) { mesh, report in
        // Of many gateways that listen alike only the first names are told, so only they are kept.
        var listeners: [Listener: [[String: String]: [String]]] = [:]
        let gateways = mesh.all(Gateway.self).sorted { $0.object.fullName < $1.object.fullName }
        for (object, gateway) in gateways {
            for listener in Set(gateway.servers.flatMap(Listener.all)) {
                let names = listeners[listener]?[gateway.selector.labels]?.count ?? 0
                guard names <= mostNames else { continue }
                listeners[listener, default: [:]][gateway.selector.labels, default: []].append(
                    object.fullName)
            }
        }
        for (object, gateway) in gateways {
            let selector = gateway.selector.labels
            for server in gateway.servers {
                let groups = Listener.all(of: server).flatMap { listeners[$0] ?? [:] }
                let others = Set(
                    groups.filter { share(selector, $0.key, mesh) }.flatMap(\.value)
                        .filter { $0 != object.fullName }
                ).sorted()
                if others.isEmpty { continue }
                report(
                    .conflictingGateways,
                    "the gateways \(others.prefix(mostNames).joined(separator: ", ")) listen at port "
                        + "\(server.port.number) for hosts of this server too (\(Labels.text(selector)))",
                    on: object, at: server.port.place(\.number))
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: shop, namespace: books}
                spec:
                  selector: {istio: ingressgateway}
                  servers: [{port: {number: 1️⃣80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: blog, namespace: books}
                spec:
                  selector: {istio: ingressgateway}
                  servers: [{port: {number: 2️⃣80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
                """, .conflictingGateways, .conflictingGateways)
        ]
    }

    private struct Listener: Hashable {
        let port: Int
        let bind: String
        let host: String

        static func all(of server: Object<Server>) -> [Listener] {
            server.hosts.map { Listener(port: server.port.number, bind: server.bind, host: $0) }
        }
    }

    /// Whether two selectors are equal, or one is part of the other and a pod has the labels of both.
    private static func share(_ a: [String: String], _ b: [String: String], _ mesh: MeshSnapshot) -> Bool {
        if a == b { return true }
        guard Labels.match(a, b) || Labels.match(b, a) else { return false }
        return mesh.workloads.first(selectedBy: a.merging(b) { first, _ in first }) != nil
    }
}

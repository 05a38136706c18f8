import IstioAPI
import Schema

extension Analyzer {
    static let conflictingGateways = Analyzer(
        "gateway.ConflictingGatewayAnalyzer",
        "No two gateways of the same workloads listen for the same host at the same port.",
        reads: [ObjectType(Gateway.kind), .pod], codes: [.conflictingGateways]
    ) { mesh, report in
        var listeners: [Listener: [Owner]] = [:]
        let gateways = mesh.all(Gateway.self)
        for (object, gateway) in gateways {
            let owner = Owner(object: object, selector: gateway.selector.labels)
            for listener in Set(gateway.servers.flatMap(Listener.all)) {
                listeners[listener, default: []].append(owner)
            }
        }
        for (object, gateway) in gateways {
            let selector = gateway.selector.labels
            for server in gateway.servers {
                let others = Set(
                    Listener.all(of: server).flatMap { listeners[$0] ?? [] }.filter { other in
                        other.object !== object && share(selector, other.selector, mesh)
                    }.map(\.object.fullName)
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

    private struct Owner: Hashable {
        let object: MeshObject
        let selector: [String: String]
    }

    /// Whether two selectors are equal, or one is part of the other and a pod has the labels of both.
    private static func share(_ a: [String: String], _ b: [String: String], _ mesh: MeshSnapshot) -> Bool {
        if a == b { return true }
        guard Labels.match(a, b) || Labels.match(b, a) else { return false }
        return mesh.workloads.first(selectedBy: a.merging(b) { first, _ in first }) != nil
    }
}

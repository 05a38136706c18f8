import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let virtualServiceGateways = Analyzer(
        "virtualservice.GatewayAnalyzer", "The gateways that a virtual service names exist.",
        reads: [ObjectType(VirtualService.kind), ObjectType(Gateway.kind)],
        codes: [.referencedResourceNotFound]
    ) { mesh, report in
        for (object, service) in mesh.all(VirtualService.self) {
            for (gateway, mark) in service.each(\.gateways) where gateway != "mesh" && !gateway.isEmpty {
                let parts = gateway.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
                let namespace = parts.count == 2 ? String(parts[0]) : object.namespace
                let name = String(parts[parts.count - 1])
                if case .missing = mesh.find(ObjectType(Gateway.kind), namespace, name) {
                    report(
                        .referencedResourceNotFound, "there is no gateway \"\(gateway)\"", on: object,
                        at: .value(mark))
                }
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: reviews, namespace: books}
                spec:
                  hosts: [reviews.example.com]
                  gateways: [1️⃣absent, mesh]
                  http: [{route: [{destination: {host: reviews}}]}]
                """, .referencedResourceNotFound)
        ]
    }
}

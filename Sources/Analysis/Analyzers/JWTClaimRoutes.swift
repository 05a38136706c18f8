import IstioAPI
import Schema

extension Analyzer {
    static let jwtClaimRoutes = Analyzer(
        "virtualservice.JWTClaimRouteAnalyzer",
        "Where a virtual service routes by claims of a token, the gateway's pods check tokens.",
        reads: [
            ObjectType(VirtualService.kind), ObjectType(RequestAuthentication.kind), ObjectType(Gateway.kind),
            .pod,
        ], codes: [.jwtClaimBasedRoutingWithoutRequestAuthN]
    ) { mesh, report in
        let authentications = Dictionary(
            grouping: mesh.all(RequestAuthentication.self).map { object, authentication in
                (namespace: object.namespace, labels: authentication.selector.selected)
            }, by: \.namespace)
        for (object, service) in mesh.all(VirtualService.self) {
            guard let (claim, place) = firstClaim(service) else { continue }
            for name in service.gateways where name != "mesh" {
                let (namespace, gatewayName) = object.reference(name)
                guard let gateway = mesh.object(ObjectType(Gateway.kind), namespace, gatewayName) else {
                    continue
                }
                let selector = Object<Gateway>(gateway.spec).selector.labels
                for pod in mesh.workloads.selected(by: selector) {
                    let near =
                        (authentications[mesh.rootNamespace] ?? [])
                        + (authentications[pod.namespace] ?? [])
                    if near.contains(where: { Labels.match($0.labels, pod.labels) }) { continue }
                    report(
                        .jwtClaimBasedRoutingWithoutRequestAuthN,
                        "routes depend on the claim \"\(claim)\", but no request authentication checks tokens "
                            + "at pod \(pod.object.fullName) of gateway \(gateway.fullName)",
                        on: object, at: place)
                }
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
                  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: shop, namespace: books}
                spec:
                  hosts: [shop.example.com]
                  gateways: [shop]
                  http:
                  - match: [{headers: {1️⃣"@request.auth.claims.role": {exact: admin}}}]
                    route: [{destination: {host: shop}}]
                """, .jwtClaimBasedRoutingWithoutRequestAuthN)
        ]
    }

    private static func firstClaim(_ service: Object<VirtualService>) -> (String, Place)? {
        for match in service.http.lazy.flatMap(\.match) {
            for header in Array(match.headers) + Array(match.withoutHeaders) where isClaim(header.key) {
                return (header.key, .key(header.key, header.node.keyMark))
            }
        }
        return nil
    }

    /// `@request.auth.claims.NAME`, or with brackets for names that hold dots.
    private static func isClaim(_ header: String) -> Bool {
        let name = header.lowercased()
        return name.hasPrefix("@request.auth.claims.") || name.hasPrefix("@request.auth.claims[")
    }
}

extension Object where M == MatchLabelsSelector {
    /// The labels that are selected by; none select everything.
    var selected: [String: String] { self.matchLabels.labels }
}

extension Pairs<String> {
    var labels: [String: String] {
        Dictionary(map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

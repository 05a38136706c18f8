import IstioAPI
import Schema

extension Analyzer {
    static let gatewayCertificates = Analyzer(
        "gateway.CertificateAnalyzer", "No certificate is used by two gateways of the same workloads.",
        reads: [ObjectType(Gateway.kind)], codes: [.gatewayDuplicateCertificate]
    ) { mesh, report in
        let all = mesh.all(Gateway.self).map {
            (object: $0, selector: $1.selector.labels, certificates: certificates($1))
        }
        // Gateways with a certificate in common, so that not all pairs need to be tried.
        var users: [Certificate: [Int]] = [:]
        for (index, gateway) in all.enumerated() {
            for certificate in gateway.certificates { users[certificate, default: []].append(index) }
        }
        for (index, gateway) in all.enumerated() {
            let others = Set(gateway.certificates.flatMap { users[$0] ?? [] }).subtracting([index])
            for other in others.sorted() where Labels.match(gateway.selector, all[other].selector) {
                report(
                    .gatewayDuplicateCertificate,
                    "the gateway \(all[other].object.fullName) of the same workloads uses the same certificate",
                    on: gateway.object,
                    hint: "clients that share HTTP/2 connections between hosts get 404: use one gateway with "
                        + "several hosts")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: 1️⃣shop, namespace: books}
                spec:
                  selector: {istio: ingressgateway}
                  servers:
                  - port: {number: 443, name: https, protocol: HTTPS}
                    hosts: [shop.example.com]
                    tls: {mode: SIMPLE, credentialName: example}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: 2️⃣blog, namespace: books}
                spec:
                  selector: {istio: ingressgateway}
                  servers:
                  - port: {number: 443, name: https, protocol: HTTPS}
                    hosts: [blog.example.com]
                    tls: {mode: SIMPLE, credentialName: example}
                """, .gatewayDuplicateCertificate, .gatewayDuplicateCertificate)
        ]
    }

    private static func certificates(_ gateway: Object<Gateway>) -> Set<Certificate> {
        Set(
            gateway.servers.compactMap { server -> Certificate? in
                let tls = server.tls
                if !tls.credentialName.isEmpty { return .secret(tls.credentialName) }
                if tls.serverCertificate.isEmpty || tls.privateKey.isEmpty { return nil }
                return .files(tls.serverCertificate, tls.privateKey)
            })
    }

    private enum Certificate: Hashable {
        case secret(String)
        case files(String, String)
    }
}

import Diagnostics
import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let gatewaySecrets = Analyzer(
        "gateway.SecretAnalyzer",
        "The secrets that a gateway names exist in the namespace of its pods and hold a certificate.",
        reads: [ObjectType(Gateway.kind), .pod, .secret],
        codes: [.referencedResourceNotFound, .invalidGatewayCredential]
    ) { mesh, report in
        for (object, gateway) in mesh.all(Gateway.self) {
            let selector = gateway.selector.labels
            guard let namespace = mesh.workloads.first(selectedBy: selector)?.namespace else {
                report.missingPods(selector, of: object, at: gateway.place(\.selector), mesh)
                continue
            }
            for server in gateway.servers where !server.tls.credentialName.isEmpty {
                let name = server.tls.credentialName
                let place = server.tls.place(\.credentialName)
                switch mesh.find(.secret, namespace, name) {
                case .unknown: report.cannotKnow("secret \"\(namespace)/\(name)\"", on: object, at: place)
                case .missing:
                    report(
                        .referencedResourceNotFound,
                        "there is no secret \"\(name)\" in the namespace \(namespace) of the gateway's pods",
                        on: object, at: place)
                case .found(let secret):
                    guard let problem = TLSSecret.problem(with: secret.node, at: mesh.now) else { continue }
                    report(
                        .invalidGatewayCredential, "the secret \"\(namespace)/\(name)\" \(problem)",
                        on: object,
                        at: place)
                }
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: example, namespace: istio-system}
                data: {tls.crt: ""}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: shop, namespace: istio-system}
                spec:
                  selector: {istio: ingressgateway}
                  servers:
                  - port: {number: 443, name: https, protocol: HTTPS}
                    hosts: [shop.example.com]
                    tls: {mode: SIMPLE, credentialName: 1️⃣example}
                  - port: {number: 8443, name: tls, protocol: HTTPS}
                    hosts: [blog.example.com]
                    tls: {mode: SIMPLE, credentialName: 2️⃣absent}
                """, .invalidGatewayCredential, .referencedResourceNotFound)
        ]
    }
}

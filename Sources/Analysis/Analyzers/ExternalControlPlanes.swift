import Schema
import YAML

extension Analyzer {
    static let externalControlPlanes = Analyzer(
        "externalcontrolplane.ExternalControlPlaneAnalyzer",
        "Istio's webhooks lead to a service or to the host name of an external control plane.",
        reads: [.validatingWebhookConfiguration, .mutatingWebhookConfiguration],
        codes: [.invalidExternalControlPlaneConfig, .externalControlPlaneAddressIsNotAHostname]
    ) { mesh, report in
        for object in mesh.all(.validatingWebhookConfiguration)
        where object.name == "istiod-default-validator" || object.name.hasPrefix("istio-validator") {
            check(object, &report)
        }
        for object in mesh.all(.mutatingWebhookConfiguration)
        where object.name.hasPrefix("istio-sidecar-injector") {
            check(object, &report)
        }
    } examples: {
        [
            Example(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingWebhookConfiguration
                metadata: {name: istio-sidecar-injector-external}
                webhooks:
                - {name: one.istio.io, clientConfig: {url: 1️⃣"https://192.0.2.1:15017/inject"}}
                - {name: two.istio.io, clientConfig: 2️⃣{}}
                - {name: three.istio.io, clientConfig: {url: "https://istiod.example.com:15017/inject"}}
                """, .externalControlPlaneAddressIsNotAHostname, .invalidExternalControlPlaneConfig)
        ]
    }

    private static func check(_ object: MeshObject, _ report: inout AnalysisReport) {
        for hook in object.node["webhooks"]?.list ?? [] {
            let client = hook["clientConfig"] ?? .null
            let name = hook["name"]?.string ?? ""
            guard let url = client["url"], let text = url.string else {
                if client["service"] != nil, client["service"]?.isNull == false { continue }
                report(
                    .invalidExternalControlPlaneConfig,
                    "the webhook \"\(name)\" names neither a service nor a URL of a control plane",
                    on: object,
                    at: .value(client.isNull ? hook.mark : client.mark))
                continue
            }
            guard let host = host(of: text) else {
                report(
                    .invalidExternalControlPlaneConfig,
                    "the URL \"\(text)\" of the webhook \"\(name)\" cannot be read", on: object,
                    at: .value(url.mark), hint: "it looks like https://HOST:PORT/PATH")
                continue
            }
            if isAddress(host) {
                report(
                    .externalControlPlaneAddressIsNotAHostname,
                    "the webhook \"\(name)\" reaches the control plane by the address \(host) instead of a host "
                        + "name", on: object, at: .value(url.mark))
            }
        }
    }

    /// The host of a URL; nil for what is none.
    private static func host(of url: String) -> Substring? {
        guard let scheme = url.firstRange(of: "://"), !url.contains(where: { $0 == " " || $0 < " " }) else {
            return nil
        }
        let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        if host.hasPrefix("[") { return host.dropFirst().prefix { $0 != "]" } }
        return host.prefix { $0 != ":" }
    }

    private static func isAddress(_ host: Substring) -> Bool {
        if host.contains(":") { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}

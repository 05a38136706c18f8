import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let jwksFetches = Analyzer(
        "authn.BlockedCIDRsAnalyzer",
        "Where tokens are checked, the control plane is kept from fetching keys from inner networks.",
        reads: [ObjectType(RequestAuthentication.kind), .deployment], codes: [.jwksUriFetchUnrestricted]
    ) { mesh, report in
        let names = mesh.all(RequestAuthentication.self).map(\.object.fullName)
        guard !names.isEmpty else { return }
        for object in mesh.all(.deployment) where object.labels["app"] == "istiod" {
            let containers = Workload(templateOf: object)?.containers ?? []
            let variables = containers.flatMap { $0["env"]?.list ?? [] }
            let isSet = variables.contains {
                $0["name"]?.string == variable && $0["value"]?.string?.isEmpty == false
            }
            if isSet { continue }
            let more = names.count > mostListed ? " and \(names.count - mostListed) more" : ""
            report(
                .jwksUriFetchUnrestricted,
                "\(variable) is not set: whoever may write request authentications ("
                    + "\(names.prefix(mostListed).joined(separator: ", "))\(more)) can make istiod fetch any URL",
                on: object, hint: "set it to the address ranges that istiod must not fetch keys from")
        }
    } examples: {
        [
            Example(
                """
                apiVersion: security.istio.io/v1
                kind: RequestAuthentication
                metadata: {name: tokens, namespace: books}
                spec: {jwtRules: [{issuer: example.com, jwksUri: "https://example.com/keys"}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: 1️⃣istiod, namespace: istio-system, labels: {app: istiod}}
                spec: {template: {spec: {containers: [{name: discovery}]}}}
                """, .jwksUriFetchUnrestricted)
        ]
    }

    private static let variable = "BLOCKED_CIDRS_IN_JWKS_URIS"
    private static let mostListed = 5
}

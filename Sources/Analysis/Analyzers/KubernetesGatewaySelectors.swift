import IstioAPI
import Schema

extension Analyzer {
    static let kubernetesGatewaySelectors = Analyzer(
        "k8sgateway.SelectorAnalyzer",
        "Policies for gateways of the Gateway API name the gateway instead of selecting its pods.",
        reads: [
            ObjectType(AuthorizationPolicy.kind), ObjectType(RequestAuthentication.kind),
            ObjectType(Telemetry.kind), ObjectType(WasmPlugin.kind), .pod,
        ], codes: [.ineffectiveSelector]
    ) { mesh, report in
        check(AuthorizationPolicy.self, \.selector, \.targetRef, mesh, &report)
        check(RequestAuthentication.self, \.selector, \.targetRef, mesh, &report)
        check(Telemetry.self, \.selector, \.targetRef, mesh, &report)
        check(WasmPlugin.self, \.selector, \.targetRef, mesh, &report)
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: shop-istio
                  namespace: books
                  labels: {gateway.networking.k8s.io/gateway-name: shop}
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: deny, namespace: books}
                spec: {selector: 1️⃣{matchLabels: {gateway.networking.k8s.io/gateway-name: shop}}}
                """, .ineffectiveSelector)
        ]
    }

    private static let gatewayName = "gateway.networking.k8s.io/gateway-name"

    private static func check<R: Resource>(
        _ resource: R.Type, _ selector: KeyPath<R, Field<MatchLabelsSelector>>,
        _ target: KeyPath<R, Field<PolicyTargetReference>>, _ mesh: MeshSnapshot,
        _ report: inout AnalysisReport
    ) {
        for (object, policy) in mesh.all(resource) where policy.has(selector) && !policy.has(target) {
            let labels = Object<MatchLabelsSelector>(policy.node(selector)).selected
            let pods = mesh.workloads.selected(by: labels, in: object.namespace)
            for name in Set(pods.compactMap { $0.labels[gatewayName] }).sorted() {
                report(
                    .ineffectiveSelector,
                    "the selector has no effect on pods of the Gateway API's gateway \"\(name)\"", on: object,
                    at: policy.place(selector),
                    hint: "use `targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: …}]`")
            }
        }
    }
}

import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let deprecations = Analyzer(
        "deprecation.DeprecationAnalyzer", "No field or kind is used that Istio ignores or has removed.",
        reads: [
            ObjectType(VirtualService.kind), ObjectType(Sidecar.kind), .customResourceDefinition,
        ], codes: [.deprecated]
    ) { mesh, report in
        for (object, service) in mesh.all(VirtualService.self) {
            for delay in service.http.map(\.fault.delay) where delay.percent > 0 {
                report(
                    .deprecated, "`percent` of a delay is deprecated", on: object, at: delay.place(\.percent),
                    hint: "use `percentage: {value: \(delay.percent)}`")
            }
        }
        for (object, sidecar) in mesh.all(Sidecar.self) {
            let policy = sidecar.outboundTrafficPolicy
            if policy.has(\.egressProxy) {
                report(
                    .deprecated, "`egressProxy` is ignored", on: object, at: policy.place(\.egressProxy))
            }
        }
        for object in mesh.all(.customResourceDefinition) where object.spec["group"] == "rbac.istio.io" {
            guard let kind = object.spec["names"]?["kind"], removed.contains(kind.string ?? "") else {
                continue
            }
            report(
                .deprecated, "Istio has removed the kind \(kind.string ?? "") of rbac.istio.io", on: object,
                at: .value(kind.mark), hint: "use AuthorizationPolicy of security.istio.io")
        }
    } examples: {
        [
            Example(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: serviceroles.rbac.istio.io}
                spec: {group: rbac.istio.io, names: {kind: 1️⃣ServiceRole}}
                """, .deprecated)
        ]
    }

    private static let removed: Set = [
        "ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding",
    ]
}

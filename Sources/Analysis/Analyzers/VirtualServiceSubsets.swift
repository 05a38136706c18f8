import Diagnostics
import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let virtualServiceSubsets = Analyzer(
        "virtualservice.DestinationRuleAnalyzer",
        "The subsets that a virtual service routes to are declared by a destination rule.",
        reads: [ObjectType(VirtualService.kind), ObjectType(DestinationRule.kind)],
        codes: [.referencedResourceNotFound]
    ) { mesh, report in
        var declared: [String: [String]] = [:]
        for (object, rule) in mesh.all(DestinationRule.self) {
            let host = ServiceHosts.fullName(rule.host, in: object.namespace)
            declared[host, default: []] += rule.subsets.map(\.name)
        }
        let subsets = declared.mapValues(Set.init)
        for (object, service) in mesh.all(VirtualService.self) {
            for target in RouteTarget.all(of: service) where !target.destination.subset.isEmpty {
                let destination = target.destination
                let known = subsets[ServiceHosts.fullName(destination.host, in: object.namespace)] ?? []
                if known.contains(destination.subset) { continue }
                report(
                    .referencedResourceNotFound,
                    "no destination rule declares the subset \"\(destination.subset)\" of host "
                        + "\"\(destination.host)\"\(target.isMirror ? ", to which requests are mirrored" : "")",
                    on: object, at: destination.place(\.subset),
                    hint: Suggestion.nearest(to: destination.subset, among: known.sorted()).map {
                        "did you mean \"\($0)\"?"
                    })
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: reviews, namespace: books}
                spec:
                  host: reviews
                  subsets: [{name: v1, labels: {version: v1}}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: reviews, namespace: books}
                spec:
                  hosts: [reviews]
                  http: [{route: [{destination: {host: reviews, subset: 1️⃣v2}}]}]
                """, .referencedResourceNotFound)
        ]
    }
}

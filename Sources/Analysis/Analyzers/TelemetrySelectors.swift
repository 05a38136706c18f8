import IstioAPI
import Schema

extension Analyzer {
    static let telemetrySelectors = Analyzer(
        "telemetry.SelectorAnalyzer",
        "Each telemetry object with a selector selects pods, and no pod is selected by two.",
        reads: [ObjectType(Telemetry.kind), .pod],
        codes: [.referencedResourceNotFound, .conflictingTelemetryWorkloadSelectors]
    ) { mesh, report in
        var owners = SelectorOwners()
        for (object, telemetry) in mesh.all(Telemetry.self) {
            let selector = telemetry.selector.selected
            if selector.isEmpty { continue }
            let pods = mesh.workloads.selected(by: selector, in: object.namespace)
            if pods.isEmpty {
                let place = telemetry.selector.place(\.matchLabels)
                report.missingPods(selector, of: object, at: place, in: object.namespace, mesh)
            }
            owners.add(object, pods)
        }
        owners.reportConflicts(.conflictingTelemetryWorkloadSelectors, &report)
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: reviews-1, namespace: books, labels: {app: reviews}}
                ---
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: 1️⃣a, namespace: books}
                spec: {selector: {matchLabels: {app: reviews}}}
                ---
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: 2️⃣b, namespace: books}
                spec: {selector: {matchLabels: {app: reviews}}}
                ---
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: c, namespace: books}
                spec: {selector: {matchLabels: 3️⃣{app: absent}}}
                """, .conflictingTelemetryWorkloadSelectors, .conflictingTelemetryWorkloadSelectors,
                .referencedResourceNotFound)
        ]
    }
}

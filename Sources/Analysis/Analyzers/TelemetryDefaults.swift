import IstioAPI
import Schema

extension Analyzer {
    static let telemetryDefaults = Analyzer(
        "telemetry.DefaultSelectorAnalyzer",
        "At most one telemetry object of a namespace is without a selector.",
        reads: [ObjectType(Telemetry.kind)], codes: [.multipleTelemetriesWithoutWorkloadSelectors]
    ) { mesh, report in
        let general = mesh.all(Telemetry.self).filter { !$1.selector.isPresent }.map(\.object)
        for (namespace, objects) in Dictionary(grouping: general, by: \.namespace) where objects.count > 1 {
            report.several(
                objects, .multipleTelemetriesWithoutWorkloadSelectors,
                "several telemetry objects are for the whole namespace \(namespace)")
        }
    } examples: {
        [
            Example(
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: 1️⃣a, namespace: books}
                spec: {}
                ---
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: 2️⃣b, namespace: books}
                spec: {}
                """, .multipleTelemetriesWithoutWorkloadSelectors,
                .multipleTelemetriesWithoutWorkloadSelectors)
        ]
    }
}

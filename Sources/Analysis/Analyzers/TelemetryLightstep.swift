import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let telemetryLightstep = Analyzer(
        "telemetry.LightstepAnalyzer", "Traces do not go to the Lightstep provider, which goes away.",
        reads: [ObjectType(Telemetry.kind)], codes: [.deprecated]
    ) { mesh, report in
        let providers = mesh.meshConfig["extensionProviders"]?.list ?? []
        let names = Set(providers.filter { $0["lightstep"] != nil }.compactMap { $0["name"]?.string })
        if names.isEmpty { return }
        for (object, telemetry) in mesh.all(Telemetry.self) {
            for provider in telemetry.tracing.flatMap(\.providers) where names.contains(provider.name) {
                report(
                    .deprecated, "the Lightstep provider \"\(provider.name)\" is deprecated", on: object,
                    at: provider.place(\.name), hint: "use a provider of type opentelemetry")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: traces, namespace: books}
                spec: {tracing: [{providers: [{name: 1️⃣steps}]}]}
                """, .deprecated,
                meshConfig: ["extensionProviders": [["name": "steps", "lightstep": ["service": "s"]]]])
        ]
    }
}

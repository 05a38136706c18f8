import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let telemetryProviders = Analyzer(
        "telemetry.ProviderAnalyzer",
        "Access logs have a provider, named by the telemetry object or by the mesh configuration.",
        reads: [ObjectType(Telemetry.kind)], codes: [.invalidTelemetryProvider]
    ) { mesh, report in
        let defaults = mesh.meshConfig["defaultProviders"]?["accessLogging"]?.list ?? []
        guard defaults.isEmpty else { return }
        for (object, telemetry) in mesh.all(Telemetry.self) {
            for logging in telemetry.accessLogging where logging.disabled != true && logging.providers.isEmpty
            {
                report(
                    .invalidTelemetryProvider,
                    "access logging has no provider, and the mesh configuration names none: this has no effect",
                    on: object, at: logging.place, hint: "add `providers: [{name: …}]`")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: logs, namespace: books}
                spec:
                  accessLogging:
                  - 1️⃣disabled: false
                """, .invalidTelemetryProvider)
        ]
    }
}

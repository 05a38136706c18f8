import IstioAPI
import Schema
import YAML

/// What Mixer read: today's Istio has no Mixer, and for each kind there is another way.
enum MixerObjects {
    static func convert(_ work: inout ConversionWork) {
        for object in work.inputs.objects {
            guard let kind = object.kind else { continue }
            if let instead = declared[kind.name] {
                work.drop(object, "Istio 1.30 has no Mixer that would read it", instead: instead)
            } else if Catalog.isMixer(kind) {
                work.drop(object, "Istio 1.30 has no Mixer", instead: successor(of: kind.name))
            }
        }
    }

    private static let declared = [
        "HTTPAPISpec": "API keys and operations in an API gateway, or conditions of an AuthorizationPolicy",
        "HTTPAPISpecBinding": "an AuthorizationPolicy with `selector`",
        "QuotaSpec": "Envoy's rate limits, set up by an EnvoyFilter",
        "QuotaSpecBinding": "Envoy's rate limits, set up by an EnvoyFilter",
    ]

    private static func successor(of name: String) -> String {
        switch name {
        case "denier", "listchecker", "listentry", "checknothing", "rbac", "authorization", "apikey", "opa":
            "an AuthorizationPolicy, with action CUSTOM for decisions of another service"
        case "memquota", "quota": "Envoy's rate limits, set up by an EnvoyFilter"
        case "tracespan": "`tracing` of a Telemetry"
        case "logentry", "stdio", "fluentd": "`accessLogging` of a Telemetry"
        case "metric", "prometheus", "statsd", "circonus", "solarwinds", "stackdriver", "reportnothing":
            "`metrics` of a Telemetry"
        case "rule", "attributemanifest", "kubernetes", "kubernetesenv", "noop":
            "Telemetry and AuthorizationPolicy, which know the attributes of requests by themselves"
        default: "Telemetry, AuthorizationPolicy, or a WasmPlugin of your own"
        }
    }
}

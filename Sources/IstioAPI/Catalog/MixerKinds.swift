package import Schema

/// The policy and telemetry kinds of Istio 0.7.1: known by kind, plural and scope; their specs pass as
/// they are.
extension Catalog {
    package static let mixerKinds: [Kind] =
        mixerPlurals.map { name, plural in
            Kind(
                "config.istio.io", "v1alpha2", name: name, plural: plural, generation: .classic,
                classicType: name)
        }

    /// Whether a kind is one of Mixer's.
    package static func isMixer(_ kind: Kind) -> Bool {
        kind.group == "config.istio.io" && kind.name == kind.singular
    }

    /// Mixer's kinds are written in lower case. Rules and attributes, then adapters, then templates.
    private static let mixerPlurals = [
        ("attributemanifest", "attributemanifests"), ("rule", "rules"),

        ("circonus", "circonuses"), ("denier", "deniers"), ("fluentd", "fluentds"),
        ("kubernetesenv", "kubernetesenvs"), ("listchecker", "listcheckers"), ("memquota", "memquotas"),
        ("noop", "noops"), ("opa", "opas"), ("prometheus", "prometheuses"), ("rbac", "rbacs"),
        ("servicecontrol", "servicecontrols"), ("solarwinds", "solarwindses"),
        ("stackdriver", "stackdrivers"), ("statsd", "statsds"), ("stdio", "stdios"),

        ("apikey", "apikeys"), ("authorization", "authorizations"), ("checknothing", "checknothings"),
        ("kubernetes", "kuberneteses"), ("listentry", "listentries"), ("logentry", "logentries"),
        ("metric", "metrics"), ("quota", "quotas"), ("reportnothing", "reportnothings"),
        ("servicecontrolreport", "servicecontrolreports"), ("tracespan", "tracespans"),
    ]
}

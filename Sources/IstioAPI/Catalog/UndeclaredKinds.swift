import Schema

/// Kinds of Istio 1.30 whose messages are not declared yet, as its CRDs name and serve them.
extension Catalog {
    static let undeclaredKinds: [Kind] = [
        Kind(
            "security.istio.io", "v1", "v1beta1", name: "AuthorizationPolicy",
            plural: "authorizationpolicies", short: ["ap"],
            columns: [.init("Action", ".spec.action"), .age]),
        Kind("networking.istio.io", "v1alpha3", name: "EnvoyFilter", plural: "envoyfilters"),
        Kind(
            "security.istio.io", "v1", "v1beta1", name: "PeerAuthentication",
            plural: "peerauthentications", short: ["pa"],
            columns: [.init("Mode", ".spec.mtls.mode"), .age]),
        Kind("networking.istio.io", "v1beta1", name: "ProxyConfig", plural: "proxyconfigs"),
        Kind(
            "security.istio.io", "v1", "v1beta1", name: "RequestAuthentication",
            plural: "requestauthentications", short: ["ra"]),
        Kind(
            "telemetry.istio.io", "v1", "v1alpha1", name: "Telemetry", plural: "telemetries",
            short: ["telemetry"], columns: [.age]),
        Kind(
            "extensions.istio.io", "v1alpha1", name: "TrafficExtension", plural: "trafficextensions",
            columns: [.age]),
        Kind(
            "extensions.istio.io", "v1alpha1", name: "WasmPlugin", plural: "wasmplugins", columns: [.age]),
        Kind(
            "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "WorkloadGroup",
            plural: "workloadgroups", short: ["wg"], columns: [.age]),
    ]
}

extension Kind.Column {
    /// The age of the object, which nearly every table ends with.
    static let age = Kind.Column("Age", ".metadata.creationTimestamp", isDate: true)
}

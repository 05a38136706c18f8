/// An annotation that Istio 1.30 reads or writes.
package struct IstioAnnotation: Sendable {
    /// How far the feature behind it has come.
    package enum Stage: Sendable {
        case alpha, beta, stable
    }

    package let name: String
    package let stage: Stage
    /// The kinds of objects that may carry it; `Any` for all.
    package let kinds: [String]
    package let isDeprecated: Bool

    private init(_ name: String, _ stage: Stage, on kinds: String..., isDeprecated: Bool = false) {
        self.name = name
        self.stage = stage
        self.kinds = kinds
        self.isDeprecated = isDeprecated
    }

    package static func named(_ name: String) -> IstioAnnotation? { byName[name] }

    package static var names: [String] { all.map(\.name) }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Sorted by name.
    private static let all = [
        IstioAnnotation(
            "alpha.istio.io/canonical-serviceaccounts", .alpha, on: "Service", isDeprecated: true),
        IstioAnnotation(
            "alpha.istio.io/kubernetes-serviceaccounts", .alpha, on: "Service", isDeprecated: true),
        IstioAnnotation("ambient.istio.io/bypass-inbound-capture", .alpha, on: "Pod"),
        IstioAnnotation("ambient.istio.io/dns-capture", .alpha, on: "Pod"),
        IstioAnnotation("ambient.istio.io/redirection", .beta, on: "Pod"),
        IstioAnnotation("ambient.istio.io/waypoint-inbound-binding", .alpha, on: "GatewayClass", "Gateway"),
        IstioAnnotation("galley.istio.io/analyze-suppress", .alpha, on: "Any"),
        IstioAnnotation("gateway.istio.io/controller-version", .alpha, on: "Any"),
        IstioAnnotation("gateway.istio.io/name-override", .alpha, on: "Gateway"),
        IstioAnnotation("gateway.istio.io/service-account", .alpha, on: "Gateway"),
        IstioAnnotation("inject.istio.io/templates", .alpha, on: "Pod"),
        IstioAnnotation("istio.io/autoRegistrationGroup", .alpha, on: "WorkloadEntry"),
        IstioAnnotation("istio.io/connectedAt", .alpha, on: "WorkloadEntry"),
        IstioAnnotation("istio.io/disconnectedAt", .alpha, on: "WorkloadEntry"),
        IstioAnnotation("istio.io/dry-run", .alpha, on: "AuthorizationPolicy"),
        IstioAnnotation("istio.io/reroute-virtual-interfaces", .alpha, on: "Pod"),
        IstioAnnotation("istio.io/rev", .alpha, on: "Pod"),
        IstioAnnotation("istio.io/workloadController", .alpha, on: "WorkloadEntry"),
        IstioAnnotation("kubernetes.io/ingress.class", .stable, on: "Ingress"),
        IstioAnnotation("networking.istio.io/exportTo", .alpha, on: "Service"),
        IstioAnnotation("networking.istio.io/service-type", .alpha, on: "Gateway"),
        IstioAnnotation(
            "networking.istio.io/traffic-distribution", .alpha, on: "Namespace", "Service", "ServiceEntry"),
        IstioAnnotation("prometheus.istio.io/merge-metrics", .alpha, on: "Pod"),
        IstioAnnotation("proxy.istio.io/config", .beta, on: "Pod"),
        IstioAnnotation("proxy.istio.io/overrides", .alpha, on: "Pod"),
        IstioAnnotation("readiness.status.sidecar.istio.io/applicationPorts", .alpha, on: "Pod"),
        IstioAnnotation("readiness.status.sidecar.istio.io/failureThreshold", .alpha, on: "Pod"),
        IstioAnnotation("readiness.status.sidecar.istio.io/initialDelaySeconds", .alpha, on: "Pod"),
        IstioAnnotation("readiness.status.sidecar.istio.io/periodSeconds", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/agentLogLevel", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/bootstrapOverride", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/componentLogLevel", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/discoveryAddress", .alpha, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/extraStatTags", .alpha, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/inject", .beta, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/interceptionMode", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/logLevel", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/nativeSidecar", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/proxyCPU", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/proxyCPULimit", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/proxyImage", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/proxyImageType", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/proxyMemory", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/proxyMemoryLimit", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/rewriteAppHTTPProbers", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/statsCompression", .alpha, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/statsEvictionInterval", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/statsFlushInterval", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/statsHistogramBins", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/statsHistogramBuckets", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/statsInclusionPrefixes", .alpha, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/statsInclusionRegexps", .alpha, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/statsInclusionSuffixes", .alpha, on: "Pod", isDeprecated: true),
        IstioAnnotation("sidecar.istio.io/status", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/userVolume", .alpha, on: "Pod"),
        IstioAnnotation("sidecar.istio.io/userVolumeMount", .alpha, on: "Pod"),
        IstioAnnotation("status.sidecar.istio.io/port", .alpha, on: "Pod"),
        IstioAnnotation("topology.istio.io/controlPlaneClusters", .alpha, on: "Namespace"),
        IstioAnnotation("traffic.istio.io/nodeSelector", .stable, on: "Service"),
        IstioAnnotation("traffic.sidecar.istio.io/excludeInboundPorts", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/excludeInterfaces", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/excludeOutboundIPRanges", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/excludeOutboundPorts", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/includeInboundPorts", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/includeOutboundIPRanges", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/includeOutboundPorts", .alpha, on: "Pod"),
        IstioAnnotation("traffic.sidecar.istio.io/kubevirtInterfaces", .alpha, on: "Pod", isDeprecated: true),
    ]
}

import Diagnostics
package import YAML

/// Prepares pods for Linkerd, whose own webhook puts its proxy in: the annotation that asks for it, and those
/// that configure it (Linkerd 2.18, `linkerd inject` without `--manual`).
package struct LinkerdInjector: PodInjector {
    package let form = PodForm.own
    private let configuration: [(name: String, value: String)]

    /// `configuration` are settings such as `proxy-cpu-request=100m`.
    package init(_ settings: [String]) throws(InjectionError) {
        var configuration: [(String, String)] = []
        for setting in settings {
            guard let equals = setting.firstIndex(of: "=") else {
                throw InjectionError(
                    "\"\(setting.escapingControls)\" is no setting of Linkerd: write NAME=VALUE")
            }
            let name = String(setting[..<equals])
            guard Self.names.contains(name) else {
                let nearest = Suggestion.nearest(to: name, among: Self.names).map { "; did you mean \($0)?" }
                throw InjectionError(
                    "\"\(name.escapingControls)\" is no setting of Linkerd's proxy\(nearest ?? "")")
            }
            configuration.append((name, String(setting[setting.index(after: equals)...])))
        }
        self.configuration = configuration
    }

    private static let annotation = "linkerd.io/inject"
    private static let prefix = "config.linkerd.io/"

    /// What follows `config.linkerd.io/` in annotations of pods (Linkerd 2.18).
    private static let names = [
        "access-log", "admin-port", "close-wait-timeout", "control-port", "debug-image",
        "debug-image-pull-policy",
        "debug-image-version", "default-inbound-policy", "enable-debug-sidecar", "enable-external-profiles",
        "image-pull-policy", "inbound-port", "init-image", "init-image-version", "opaque-ports",
        "outbound-port",
        "pod-inbound-ports", "proxy-admin-shutdown", "proxy-await", "proxy-cpu-limit",
        "proxy-cpu-ratio-limit",
        "proxy-cpu-request", "proxy-enable-native-sidecar", "proxy-ephemeral-storage-limit",
        "proxy-ephemeral-storage-request", "proxy-image", "proxy-inbound-connect-timeout",
        "proxy-inbound-discovery-cache-unused-timeout", "proxy-log-format", "proxy-log-http-headers",
        "proxy-log-level", "proxy-memory-limit", "proxy-memory-request", "proxy-outbound-connect-timeout",
        "proxy-outbound-discovery-cache-unused-timeout", "proxy-require-identity-inbound-ports", "proxy-uid",
        "proxy-version", "shutdown-grace-period", "skip-inbound-ports", "skip-outbound-ports", "skip-subnets",
    ]

    /// Istio's annotations whose meaning Linkerd has, too.
    private static let translations = [
        ("sidecar.istio.io/proxyCPU", "proxy-cpu-request"),
        ("sidecar.istio.io/proxyCPULimit", "proxy-cpu-limit"),
        ("sidecar.istio.io/proxyMemory", "proxy-memory-request"),
        ("sidecar.istio.io/proxyMemoryLimit", "proxy-memory-limit"),
        ("traffic.sidecar.istio.io/excludeInboundPorts", "skip-inbound-ports"),
        ("traffic.sidecar.istio.io/excludeOutboundPorts", "skip-outbound-ports"),
        ("traffic.sidecar.istio.io/excludeOutboundIPRanges", "skip-subnets"),
    ]

    package func decide(_ pod: Node) -> InjectionDecision {
        if pod.annotation(Self.annotation) == "disabled" { return .skip(.disabled) }
        return InjectionPolicy().decide(pod)
    }

    package func inject(_ pod: Node, of workload: Workload) throws(InjectionError) -> Node {
        var pod = pod
        // Ingress mode and the like are the owner's choice.
        if pod.annotation(Self.annotation) == nil { pod.setAnnotation(Self.annotation, "enabled") }
        for (istio, linkerd) in Self.translations {
            guard let value = pod.annotation(istio), pod.annotation(Self.prefix + linkerd) == nil else {
                continue
            }
            pod.setAnnotation(Self.prefix + linkerd, value)
        }
        for (name, value) in configuration { pod.setAnnotation(Self.prefix + name, value) }
        return pod
    }

    /// No webhook of ours stands in for Linkerd's.
    package var webhook: (any PodInjection)? { nil }
}

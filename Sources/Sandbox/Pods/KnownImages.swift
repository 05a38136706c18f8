import YAML

/// Images whose programs this one stands in for, so that what `istioctl install` makes comes up where there
/// are no containers.
enum KnownImages {
    /// By the last part of the image's name. Each answers on the ports that its pod names; `pilot` also does
    /// what its injector does.
    private static let names: Set<String> = [
        "pilot", "proxyv2", "proxy", "mixer", "citadel", "istio-ca", "sidecar_injector", "statsd-exporter",
        "prometheus", "configmap-reload", "prometheus-config-reloader", "grafana", "all-in-one", "jaeger",
        "zipkin",
        "zipkin-slim", "kiali", "loki", "fluentd",
    ]

    /// The command for a pod's main container; nil when another program than a known one is wanted.
    static func command(of pod: Node, main: String, kubeconfig: String) -> PodCommand? {
        let containers = pod[["spec", "containers"]]?.list ?? []
        guard let container = containers.first(where: { $0["name"]?.string == main }),
            let image = container["image"]?.string, let name = name(of: image), names.contains(name)
        else { return nil }
        let ports = Set(containers.flatMap(ports)).sorted()
        var words = ["/proc/self/exe", "sandbox", "stand-in", name, "--address", "$(POD_IP)"]
        words += ports.flatMap { ["--port", "\($0)"] }
        if name == "pilot" { words += ["--kubeconfig", kubeconfig] }
        return PodCommand(container: main, words: words)
    }

    /// `proxyv2` of `registry.istio.io/release/proxyv2:1.30.3@sha256:…`.
    private static func name(of image: String) -> String? {
        let path = image.prefix { $0 != "@" }
        return path.split(separator: "/").last.map { String($0.prefix { $0 != ":" }) }
    }

    /// Where clients and probes may ask.
    private static func ports(of container: Node) -> [Int64] {
        let declared = (container["ports"]?.list ?? []).filter { $0["protocol"]?.string ?? "TCP" == "TCP" }
            .compactMap { $0["containerPort"]?.int }
        let probed = ["startupProbe", "readinessProbe", "livenessProbe"].flatMap { name in
            ["httpGet", "tcpSocket"].compactMap { container[[name, $0, "port"]]?.int }
        }
        return declared + probed
    }
}

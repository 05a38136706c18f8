import YAML

/// The annotations by which Prometheus finds what to scrape: the agent gathers the application's metrics and
/// the proxy's at its own port, so the annotations point there and the agent is told what they said (Istio
/// 1.30, `applyPrometheusMerge`).
struct PrometheusMerge {
    /// Where the agent listens.
    let port: Int64
    /// Whether the mesh wants it.
    let isEnabled: Bool

    /// Of the sidecar: what the annotations said, as JSON.
    static let variable = "ISTIO_PROMETHEUS_ANNOTATIONS"
    /// Where the agent offers all metrics.
    static let path = "/stats/prometheus"

    func apply(to pod: inout Node) {
        guard isScraped(pod), isWanted(pod) else { return }
        // Whoever names the agent's port knows of it, as a pod does that was injected before.
        if Self.value(of: "port", in: pod) == String(port) { return }
        if let told = told(pod) {
            let text = JSONWriter.bytes(told, style: .compact, escapesHTML: true)
            pod.changeContainer(ContainerName.proxy) { sidecar in
                sidecar.append(
                    ["name": Node(Self.variable), "value": Node(String(decoding: text, as: UTF8.self))],
                    to: ["env"])
            }
        }
        Self.clear(&pod)
        pod.setAnnotation("prometheus.io/port", String(port))
        pod.setAnnotation("prometheus.io/path", Self.path)
        pod.setAnnotation("prometheus.io/scrape", "true")
    }

    private func isWanted(_ pod: Node) -> Bool {
        pod.annotation(InjectionName.mergeMetrics).flatMap(GoBoolean.parse) ?? isEnabled
    }

    private func isScraped(_ pod: Node) -> Bool {
        Self.value(of: "scrape", in: pod).flatMap(GoBoolean.parse) ?? true
    }

    /// What the annotations say, for the agent; nil when they say nothing.
    private func told(_ pod: Node) -> Node? {
        let told = ["scrape", "path", "port"].map { name in
            Node.Entry(name, Node(Self.value(of: name, in: pod) ?? ""))
        }
        return told.allSatisfy { $0.value == "" } ? nil : Node(told)
    }

    /// Takes the annotations away in all their spellings, and a sidecar's that was there before with them.
    static func clear(_ pod: inout Node) {
        for annotation in pod.annotations where plain(annotation.name).hasPrefix("prometheus_io_") {
            if ["path", "port", "scrape"].contains(plain(annotation.name).dropFirst(14)) {
                pod.setAnnotation(annotation.name, nil)
            }
        }
    }

    /// The value of `prometheus.io/NAME`, however it is spelled.
    static func value(of name: String, in pod: Node) -> String? {
        pod.annotations.first { plain($0.name) == "prometheus_io_" + name }?.value
    }

    /// As Prometheus takes the name of an annotation: anything but letters and digits is `_`.
    private static func plain(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}

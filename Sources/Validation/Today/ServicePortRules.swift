import Diagnostics
import Schema
import YAML

/// Kubernetes' own services, whose ports tell Istio by their names what is spoken there.
enum ServicePortRules {
    static func check(_ service: Node, _ report: inout Report) {
        if systemNamespaces.contains(service["metadata"]?["namespace"]?.string ?? "") { return }
        for port in service["spec"]?["ports"]?.list ?? []
        where port["protocol"]?.string?.uppercased() != "UDP" {
            if let spoken = port["appProtocol"], !spoken.isNull {
                appProtocol(spoken, &report)
            } else {
                name(of: port, &report)
            }
        }
    }

    private static func appProtocol(_ node: Node, _ report: inout Report) {
        guard let text = node.string, !TransportName.isKnown(text), !kubernetes.contains(text) else { return }
        report.error(
            .invalidProtocol, "Istio does not know the appProtocol \(text.quoted)", at: .value(node.mark),
            hint: nearest(text))
    }

    /// `protocol` or `protocol-anything`.
    private static func name(of port: Node, _ report: inout Report) {
        guard let node = port["name"], let text = node.string, !text.isEmpty else {
            return report.error(
                .missingField, "the port has no name, so Istio cannot know what is spoken there",
                at: .missing("name", in: port.mark), hint: "call it `http` or `tcp-data` or so")
        }
        if TransportName.isKnown(text) { return }
        let isPrefixed = TransportName.all.contains { text.lowercased().hasPrefix($0.lowercased() + "-") }
        guard !isPrefixed else { return }
        report.error(
            .invalidName, "the port's name \(text.quoted) does not begin with a protocol",
            at: .value(node.mark),
            hint: nearest(text) ?? "write `http-\(text.escapingControls)` or so, or set `appProtocol`")
    }

    private static func nearest(_ text: String) -> String? {
        Suggestion.nearest(to: text, among: TransportName.all.map { $0.lowercased() })
            .map { "did you mean `\($0)`?" }
    }

    /// Namespaces that Istio leaves alone.
    private static let systemNamespaces = ["istio-system", "kube-system", "kube-public"]
    private static let kubernetes = ["kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss"]
}

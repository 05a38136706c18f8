package import Schema

/// A part of an installation that comes from a chart of its own.
package struct Component: Sendable, Equatable {
    /// As Istio's operator calls it in labels and reports: `IngressGateways`.
    package let name: String
    /// For people.
    package let title: String
    /// The list of settings that it stands in, below `spec`.
    var section = Section.components
    /// Its key in that list.
    package let key: String
    /// Whether it is installed where nothing is said of it.
    var isUsual = false
    /// Whether there may be several, in a list.
    var isList = false
    /// The kind and name of its workload, and the container in it that is Istio's.
    var workload: (kind: String, name: String, container: String)?
    /// This program's own chart.
    package let chart: String
    /// The chart of an Istio release, a folder below its `charts`; nil where releases have none.
    package var released: String?
    /// The chart that Istio publishes for Helm; nil where that is another one.
    package var published: String?
    /// Where its values are among those of all charts.
    let values: String
    /// Whether the chart wants its own values at the top.
    var takesValuesFlat = false
    /// Whose definitions come with it.
    package var definitions: Generation?
    /// What has to be ready before it is worth a start, by name.
    package var needs: [String] = []

    package enum Section: String, Sendable { case components, addons }

    package static func == (a: Component, b: Component) -> Bool { a.name == b.name }

    /// The gateways of an IstioOperator come in lists.
    var isGateway: Bool { isList }

    /// In the order of installation.
    package static let all = istio + addons

    private static let istio = [
        Component(
            name: "Base", title: "Istio core", key: "base", isUsual: true, chart: "base", released: "base",
            published: "base", values: "global", definitions: .today),
        Component(
            name: "Pilot", title: "Istiod", key: "pilot", isUsual: true,
            workload: ("Deployment", "istiod", "discovery"), chart: "istiod",
            released: "istio-control/istio-discovery", published: "istiod", values: "pilot", needs: ["Base"]),
        Component(
            name: "IngressGateways", title: "Ingress gateways", key: "ingressGateways", isUsual: true,
            isList: true, workload: ("Deployment", "istio-ingressgateway", "istio-proxy"), chart: "gateway",
            released: "gateways/istio-ingress", values: "gateways.istio-ingressgateway", needs: ["Pilot"]),
        Component(
            name: "EgressGateways", title: "Egress gateways", key: "egressGateways", isList: true,
            workload: ("Deployment", "istio-egressgateway", "istio-proxy"), chart: "gateway",
            released: "gateways/istio-egress", values: "gateways.istio-egressgateway", needs: ["Pilot"]),
        Component(
            name: "Cni", title: "CNI", key: "cni", workload: ("DaemonSet", "istio-cni-node", "install-cni"),
            chart: "cni", released: "istio-cni", published: "cni", values: "cni", needs: ["Base"]),
        Component(
            name: "Ztunnel", title: "Ztunnel", key: "ztunnel",
            workload: ("DaemonSet", "ztunnel", "istio-proxy"), chart: "ztunnel", released: "ztunnel",
            published: "ztunnel", values: "ztunnel", takesValuesFlat: true, needs: ["Cni"]),
        Component(
            name: "Classic", title: "Istio 0.7.1", key: "classic", chart: "classic", values: "classic",
            definitions: .classic, needs: ["Base"]),
    ]

    /// What is not Istio's, and shows what a mesh does.
    package static let addons = [
        addon("prometheus", "Prometheus"), addon("grafana", "Grafana"), addon("jaeger", "Jaeger"),
        addon("zipkin", "Zipkin"), addon("kiali", "Kiali"), addon("loki", "Loki"),
        addon("fluentd", "Fluentd"),
    ]

    private static func addon(_ key: String, _ title: String) -> Component {
        Component(
            name: title, title: title, section: .addons, key: key, workload: ("Deployment", key, key),
            chart: "addon-\(key)", values: "addons.\(key)")
    }
}

/// A part of Istio that is installed from a chart of its own.
package struct Component: Sendable, Equatable {
    /// As Istio's operator calls it in labels and reports: `IngressGateways`.
    package let name: String
    /// For people.
    package let title: String
    /// Its key below `spec.components`.
    let key: String
    /// Whether it is installed where nothing is said of it.
    let isUsual: Bool
    /// Whether there may be several, in a list.
    let isList: Bool
    /// The kind and name of its workload, and the container in it that is Istio's.
    let workload: (kind: String, name: String, container: String)?
    /// The chart's folder below `charts`.
    package let chart: String
    /// The chart that Istio publishes for Helm; nil where that is another one.
    package let published: String?
    /// Where its values are among those of all charts.
    let values: String
    /// Whether the chart wants its own values at the top.
    let takesValuesFlat: Bool

    package static func == (a: Component, b: Component) -> Bool { a.name == b.name }

    var isGateway: Bool { isList }

    /// In the order of installation.
    package static let all = [
        Component(
            name: "Base", title: "Istio core", key: "base", isUsual: true, isList: false, workload: nil,
            chart: "base", published: "base", values: "global", takesValuesFlat: false),
        Component(
            name: "Pilot", title: "Istiod", key: "pilot", isUsual: true, isList: false,
            workload: ("Deployment", "istiod", "discovery"), chart: "istio-control/istio-discovery",
            published: "istiod",
            values: "pilot", takesValuesFlat: false),
        Component(
            name: "IngressGateways", title: "Ingress gateways", key: "ingressGateways", isUsual: true,
            isList: true, workload: ("Deployment", "istio-ingressgateway", "istio-proxy"),
            chart: "gateways/istio-ingress", published: nil, values: "gateways.istio-ingressgateway",
            takesValuesFlat: false),
        Component(
            name: "EgressGateways", title: "Egress gateways", key: "egressGateways", isUsual: false,
            isList: true, workload: ("Deployment", "istio-egressgateway", "istio-proxy"),
            chart: "gateways/istio-egress", published: nil, values: "gateways.istio-egressgateway",
            takesValuesFlat: false),
        Component(
            name: "Cni", title: "CNI", key: "cni", isUsual: false, isList: false,
            workload: ("DaemonSet", "istio-cni-node", "install-cni"), chart: "istio-cni", published: "cni",
            values: "cni",
            takesValuesFlat: false),
        Component(
            name: "Ztunnel", title: "Ztunnel", key: "ztunnel", isUsual: false, isList: false,
            workload: ("DaemonSet", "ztunnel", "istio-proxy"), chart: "ztunnel", published: "ztunnel",
            values: "ztunnel",
            takesValuesFlat: true),
    ]
}

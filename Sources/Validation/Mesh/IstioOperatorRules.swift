import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in an installation.
extension IstioOperator: Validated {
    package static let checks: [Check<IstioOperator>] = [
        .init("images", images), .init("revision", revisionName), .init("gatewayNames", gatewayNames),
        .init("gatewayPorts", gatewayPorts), .init("replicas", replicas), .init("redirection", redirection),
        .init("meshConfig", meshSettings),
    ]
}

private func images(_ installation: Object<IstioOperator>, _ report: inout Report) {
    if !installation.hub.isEmpty, let problem = ImageName.problem(withHub: installation.hub) {
        report.error(
            .invalidName, "\(installation.hub.quoted) is no registry of images: \(problem)",
            at: installation.place(\.hub))
    }
    if let tag = installation.tag.scalarText, !ImageName.isTag(tag) {
        report.error(
            .invalidName, "\(tag.quoted) is no tag of an image", at: installation.place(\.tag),
            hint: "write letters, digits, dots, dashes and underscores, 128 at most")
    }
}

private func revisionName(_ installation: Object<IstioOperator>, _ report: inout Report) {
    if installation.revision.isEmpty || HostName.isLabel(installation.revision) { return }
    report.error(
        .invalidName, "\(installation.revision.quoted) is no name of a revision",
        at: installation.place(\.revision), hint: "write letters, digits and dashes, 63 at most")
}

private func gatewayNames(_ installation: Object<IstioOperator>, _ report: inout Report) {
    let components = installation.components
    for gateways in [components.ingressGateways, components.egressGateways] {
        for gateway in gateways where !gateway.name.isEmpty && !gateway.name.isObjectName {
            report.error(
                .invalidName, "\(gateway.name.quoted) is no name of an object", at: gateway.place(\.name),
                hint: "write small letters, digits, dots and dashes")
        }
    }
}

private func replicas(_ installation: Object<IstioOperator>, _ report: inout Report) {
    let (components, values) = (installation.components, installation.values)
    if values.pilot.autoscaleEnabled == true, components.pilot.k8s.replicaCount > 1 {
        report.fixedReplicas(components.pilot.k8s, "values.pilot.autoscaleEnabled")
    }
    if values.gateways.`istio-ingressgateway`.autoscaleEnabled == true {
        for gateway in components.ingressGateways where gateway.k8s.replicaCount != 0 {
            report.fixedReplicas(gateway.k8s, "values.gateways.istio-ingressgateway.autoscaleEnabled")
        }
    }
    if values.gateways.`istio-egressgateway`.autoscaleEnabled == true {
        for gateway in components.egressGateways where gateway.k8s.replicaCount != 0 {
            report.fixedReplicas(gateway.k8s, "values.gateways.istio-egressgateway.autoscaleEnabled")
        }
    }
}

/// The settings of the mesh, in either place.
private func meshSettings(_ installation: Object<IstioOperator>, _ report: inout Report) {
    if let node = installation.node(\.meshConfig) { report.meshConfig(node) }
    if let node = installation.values.node(\.meshConfig) { report.meshConfig(node) }
}

/// What traffic of a pod goes through its proxy.
private func redirection(_ installation: Object<IstioOperator>, _ report: inout Report) {
    let proxy = installation.values.global.proxy
    report.subnets(proxy.includeIPRanges, at: proxy.place(\.includeIPRanges))
    report.subnets(proxy.excludeIPRanges, at: proxy.place(\.excludeIPRanges))
    report.portNumbers(proxy.includeInboundPorts, at: proxy.place(\.includeInboundPorts))
    report.portNumbers(proxy.excludeInboundPorts, at: proxy.place(\.excludeInboundPorts))
}

extension Report {
    fileprivate mutating func fixedReplicas(
        _ settings: Object<IstioOperator.KubernetesResources>, _ setting: String
    ) {
        warning(
            .exclusiveFields, "a fixed number of replicas has no effect while \(setting) is true",
            at: settings.place(\.replicaCount))
    }

    /// Subnets between commas, or `*` alone.
    fileprivate mutating func subnets(_ text: String, at place: Place) {
        if text.isEmpty || text == "*" { return }
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let subnet = String(part)
            if subnet.contains("/"), Address.isSubnet(subnet) { continue }
            error(
                .invalidAddress, "\(subnet.quoted) is no subnet", at: place,
                hint: "write subnets such as 10.0.0.0/8 between commas, or `*` alone")
        }
    }

    /// Ports between commas, each maybe `*`.
    fileprivate mutating func portNumbers(_ text: String, at place: Place) {
        for part in text.split(separator: ",") where part != "*" {
            if let number = Int(part), (0...65_535).contains(number) { continue }
            error(.invalidPort, "\(String(part).quoted) is no port from 0 to 65535", at: place)
        }
    }
}

extension String {
    fileprivate var isObjectName: Bool {
        utf8.count <= 254 && utf8.allSatisfy { Name.isLowerOrDigit($0) || $0 == 45 || $0 == 46 }
    }
}

import Diagnostics
import IstioAPI
import Schema
import YAML

/// Gateways that do not run as root cannot bind ports below 1024.
func gatewayPorts(_ installation: Object<IstioOperator>, _ report: inout Report) {
    let (components, gateways) = (installation.components, installation.values.gateways)
    if gateways.`istio-ingressgateway`.runAsRoot != true {
        for gateway in components.ingressGateways { report.ports(of: gateway, "istio-ingressgateway") }
    }
    if gateways.`istio-egressgateway`.runAsRoot != true {
        for gateway in components.egressGateways { report.ports(of: gateway, "istio-egressgateway") }
    }
    // These are held to the rule in any case.
    for port in gateways.`istio-ingressgateway`.node(\.ingressPorts)?.list ?? [] {
        guard let number = port["port"]?.int else { continue }
        report.bound(port["targetPort"] ?? .null, number, "istio-ingressgateway", at: port.mark)
    }
}

extension Report {
    fileprivate mutating func ports(of gateway: Object<IstioOperator.GatewayComponent>, _ name: String) {
        for port in gateway.k8s.service.ports {
            bound(port.targetPort, Int64(port.port), name, at: port.mark)
        }
    }

    /// The port of the pod is the Service's own, unless another is given. Ports by name are not looked at.
    fileprivate mutating func bound(_ target: Node, _ port: Int64, _ gateway: String, at mark: Mark) {
        guard target.isNull || target.int != nil else { return }
        let number = target.int ?? 0
        if number >= 1024 || (number == 0 && port > 1024) { return }
        let place =
            target.isNull || !target.mark.isKnown
            ? Place.missing("targetPort", in: mark) : .value(target.mark)
        error(
            .invalidPort, "binding port \(number == 0 ? port : number) needs root", at: place,
            hint: "set a `targetPort` from 1024 on, or `values.gateways.\(gateway).runAsRoot: true`")
    }
}

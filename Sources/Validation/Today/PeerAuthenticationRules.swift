import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a peer authentication.
extension PeerAuthentication: Validated {
    package static let checks: [Check<PeerAuthentication>] = [
        .init("selector", workloads), .init("portLevelMtls", singlePorts),
    ]
}

private func workloads(_ policy: Object<PeerAuthentication>, _ report: inout Report) {
    if policy.has(\.selector) { report.selector(policy.selector, at: policy.place(\.selector)) }
}

/// Ports are ports of known workloads.
private func singlePorts(_ policy: Object<PeerAuthentication>, _ report: inout Report) {
    guard policy.has(\.portLevelMtls) else { return }
    if policy.selector.matchLabels.isEmpty {
        report.error(
            .exclusiveFields, "mutual TLS at single ports needs a selector",
            at: policy.place(\.portLevelMtls),
            hint: "give `selector.matchLabels`, or use `mtls` for all ports")
    }
    for port in policy.portLevelMtls where Int(port.key).map((1...65_535).contains) != true {
        report.error(
            .invalidPort, "\"\(port.key.escapingControls)\" is no port number from 1 to 65535",
            at: .key(port.key, port.node.keyMark))
    }
}

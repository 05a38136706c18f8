import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a sidecar; listeners have files of their own.
extension Sidecar: Validated {
    package static let checks: [Check<Sidecar>] = [
        .init("workloadSelector", selector), .init("empty", someSetting), .init("ingress", ingressListeners),
        .init("egress", egressListeners), .init("connectionPool", connectionPool),
        .init("outboundTrafficPolicy", unknownDestinations),
    ]
}

private func selector(_ sidecar: Object<Sidecar>, _ report: inout Report) {
    guard sidecar.has(\.workloadSelector) else { return }
    report.selector(sidecar.workloadSelector, at: sidecar.place(\.workloadSelector))
}

private func someSetting(_ sidecar: Object<Sidecar>, _ report: inout Report) {
    let isEmpty =
        sidecar.ingress.isEmpty && sidecar.egress.isEmpty && !sidecar.has(\.outboundTrafficPolicy)
        && !sidecar.has(\.inboundConnectionPool)
    guard isEmpty else { return }
    report.error(
        .emptyValue, "the sidecar sets nothing", at: sidecar.place,
        hint: "give `ingress`, `egress`, `inboundConnectionPool` or `outboundTrafficPolicy`")
}

private func ingressListeners(_ sidecar: Object<Sidecar>, _ report: inout Report) {
    var numbers: Set<Int> = []
    for listener in sidecar.ingress {
        report.ingressListener(listener)
        if listener.has(\.port) { report.uniquePort(listener.port, &numbers) }
    }
}

private func egressListeners(_ sidecar: Object<Sidecar>, _ report: inout Report) {
    var (numbers, sockets): (Set<Int>, Set<String>) = ([], [])
    for (index, listener) in sidecar.egress.enumerated() {
        report.egressListener(listener)
        if !listener.has(\.port) {
            guard index < sidecar.egress.count - 1 else { continue }
            report.error(
                .exclusiveFields, "a listener without a port takes what is left, so it must come last",
                at: listener.place, hint: "give it a port, or move it to the end")
        } else if listener.port.number != 0 {
            report.uniquePort(listener.port, &numbers)
        } else if !sockets.insert(listener.bind).inserted {
            report.error(
                .duplicateValue, "another listener is bound to \"\(listener.bind.escapingControls)\" already",
                at: listener.place(\.bind))
        }
    }
}

private func connectionPool(_ sidecar: Object<Sidecar>, _ report: inout Report) {
    if sidecar.has(\.inboundConnectionPool) { report.connectionPool(sidecar.inboundConnectionPool) }
}

private func unknownDestinations(_ sidecar: Object<Sidecar>, _ report: inout Report) {
    let policy = sidecar.outboundTrafficPolicy
    guard policy.has(\.egressProxy) else { return }
    if policy.mode != .allowAny {
        report.error(
            .exclusiveFields, "an egress proxy is of use with mode ALLOW_ANY only",
            at: policy.place(\.egressProxy))
    }
    if !policy.egressProxy.has(\.port) {
        report.error(
            .missingField, "the egress proxy needs a port", at: policy.egressProxy.place(\.port),
            hint: "write `port: {number: 8080}` or so")
    }
    report.destination(policy.egressProxy)
}

import Diagnostics
package import IstioAPI
import Schema

/// Istio 1.30, what it refuses in a workload group.
extension WorkloadGroup: Validated {
    package static let checks: [Check<WorkloadGroup>] = [
        .init("metadata", entryLabels), .init("template", entryTemplate), .init("probe", readiness),
    ]
}

private func entryLabels(_ group: Object<WorkloadGroup>, _ report: inout Report) {
    report.labels(group.metadata.labels)
}

/// Each workload says its address itself.
private func entryTemplate(_ group: Object<WorkloadGroup>, _ report: inout Report) {
    report.workload(group.template, servicePorts: nil, allowsNames: true, needsAddress: false)
}

private func readiness(_ group: Object<WorkloadGroup>, _ report: inout Report) {
    guard group.has(\.probe) else { return }
    let probe = group.probe
    if !probe.has(\.httpGet), !probe.has(\.tcpSocket), !probe.has(\.exec), !probe.has(\.grpc) {
        report.error(
            .missingField, "the probe does not say how to probe", at: probe.place,
            hint: "give one of `httpGet`, `tcpSocket`, `exec` and `grpc`")
    }
    if probe.has(\.httpGet) { report.httpProbe(probe.httpGet) }
    if probe.has(\.tcpSocket) {
        report.probePort(probe.tcpSocket.has(\.port), probe.tcpSocket.port, at: probe.tcpSocket.place(\.port))
    }
    if probe.has(\.exec), probe.exec.command.isEmpty {
        report.error(.emptyValue, "the command is empty", at: probe.exec.place(\.command))
    }
    if probe.has(\.grpc) {
        report.probePort(probe.grpc.has(\.port), probe.grpc.port, at: probe.grpc.place(\.port))
    }
}

extension Report {
    fileprivate mutating func httpProbe(_ check: Object<ReadinessProbe.HTTPHealthCheck>) {
        probePort(check.has(\.port), check.port, at: check.place(\.port))
        if !["", "HTTP", "HTTPS"].contains(check.scheme) {
            error(
                .invalidURL, "scheme \"\(check.scheme.escapingControls)\" is not HTTP or HTTPS",
                at: check.place(\.scheme))
        }
        for header in check.httpHeaders { plainHeaderName(header.name, at: header.place(\.name)) }
    }

    /// The schema says so where a port is missing.
    fileprivate mutating func probePort(_ isGiven: Bool, _ number: Int, at place: Place) {
        if isGiven { port(number, at: place) }
    }

    /// Letters, digits, dashes and underscores.
    mutating func plainHeaderName(_ name: String, at place: Place) {
        let isPlain = name.utf8.allSatisfy { byte in
            Name.isLowerOrDigit(byte) || Name.isLowerOrDigit(byte | 0x20) && byte >= UInt8(ascii: "A")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard name.isEmpty || !isPlain else { return }
        error(
            .invalidHeader, "\"\(name.escapingControls)\" is no name for a header", at: place,
            hint: "use letters, digits, \"-\" and \"_\"")
    }
}

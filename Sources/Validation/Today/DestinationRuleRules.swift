import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a destination rule; traffic policies have files of their own.
extension DestinationRule: Validated {
    package static let checks: [Check<DestinationRule>] = [
        .init("host", hostName), .init("trafficPolicy", policy), .init("subsets", subsetNames),
        .init("exportTo", visibility), .init("workloadSelector", selector),
    ]
}

private func hostName(_ rule: Object<DestinationRule>, _ report: inout Report) {
    if rule.has(\.host) { report.wildcardHost(rule.host, at: rule.place(\.host)) }
}

private func policy(_ rule: Object<DestinationRule>, _ report: inout Report) {
    if rule.has(\.trafficPolicy) { report.trafficPolicy(rule.trafficPolicy) }
}

/// Names are labels and unique.
private func subsetNames(_ rule: Object<DestinationRule>, _ report: inout Report) {
    var seen: Set<String> = []
    for subset in rule.subsets {
        if !seen.insert(subset.name).inserted {
            report.error(
                .duplicateValue, "duplicate subset names: \(subset.name.escapingControls)",
                at: subset.place(\.name))
        }
        if subset.has(\.name), !HostName.isLabel(subset.name) {
            report.error(
                .invalidName, "subset name invalid: \"\(subset.name.escapingControls)\"",
                at: subset.place(\.name))
        }
        report.labels(subset.labels)
        if subset.has(\.trafficPolicy) { report.trafficPolicy(subset.trafficPolicy) }
    }
}

private func visibility(_ rule: Object<DestinationRule>, _ report: inout Report) {
    report.exportTo(rule.each(\.exportTo))
}

/// A rule for chosen clients stays in its namespace.
private func selector(_ rule: Object<DestinationRule>, _ report: inout Report) {
    guard rule.has(\.workloadSelector) else { return }
    report.selector(rule.workloadSelector, at: rule.place(\.workloadSelector))
    for (target, mark) in rule.each(\.exportTo) where target != "." && target != report.namespace {
        report.error(
            .exclusiveFields,
            "destination rule with workload selector cannot have exportTo beyond current namespace",
            at: .value(mark))
    }
}

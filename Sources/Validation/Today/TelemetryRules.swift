import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a telemetry resource.
extension Telemetry: Validated {
    package static let checks: [Check<Telemetry>] = [
        .init("targets", targets), .init("tracing", traces), .init("metrics", measurements),
        .init("accessLogging", logs),
    ]
}

private func targets(_ telemetry: Object<Telemetry>, _ report: inout Report) {
    report.targets(
        selector: telemetry.selector, telemetry.targetRef, telemetry.targetRefs,
        areGiven: telemetry.has(\.targetRefs))
}

private func traces(_ telemetry: Object<Telemetry>, _ report: inout Report) {
    for extra in telemetry.tracing.dropFirst() {
        report.warning(
            .notImplemented, "only the first item of \"tracing\" is acted upon", at: extra.place)
    }
    for item in telemetry.tracing {
        for tag in item.customTags where tag.key.isEmpty {
            report.error(
                .emptyValue, "a tag needs a name", at: .key(tag.key, tag.node.keyMark))
        }
    }
    for item in telemetry.tracing where item.providers.count > 1 {
        report.warning(
            .notImplemented, "only the first provider of a trace is acted upon", at: item.place(\.providers))
    }
}

private func measurements(_ telemetry: Object<Telemetry>, _ report: inout Report) {
    for item in telemetry.metrics {
        report.duration(item, \.reportingInterval)
        for override in item.overrides {
            for tag in override.tagOverrides { report.tag(tag) }
        }
    }
}

private func logs(_ telemetry: Object<Telemetry>, _ report: inout Report) {
    for item in telemetry.accessLogging where !item.filter.expression.isEmpty {
        guard let problem = CEL.problem(with: item.filter.expression) else { continue }
        report.error(
            .invalidExpression, "the filter is no CEL expression: \(problem)",
            at: item.filter.place(\.expression), hint: "such as `response.code >= 400`")
    }
}

extension Report {
    fileprivate mutating func tag(_ tag: Pair<Object<Metrics.TagOverride>>) {
        let change = tag.value
        if change.operation == .remove {
            guard !change.value.isEmpty else { return }
            error(
                .exclusiveFields, "tag \(tag.key.quoted) is removed, so it has no value",
                at: change.place(\.value))
        } else if change.value.isEmpty {
            error(
                .missingField, "tag \(tag.key.quoted) needs a value", at: change.place(\.value),
                hint: "give a CEL expression as `value`, or set `operation: REMOVE`")
        }
    }
}

import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in patches of Envoy's configuration; what they match is in a file of its own.
extension EnvoyFilter: Validated {
    package static let checks: [Check<EnvoyFilter>] = [
        .init("workloadSelector", selector), .init("configPatches", patches),
    ]
}

private func selector(_ filter: Object<EnvoyFilter>, _ report: inout Report) {
    if filter.has(\.workloadSelector) {
        report.selector(filter.workloadSelector, at: filter.place(\.workloadSelector))
        if filter.has(\.targetRefs) {
            report.error(
                .exclusiveFields, "\"workloadSelector\" and \"targetRefs\" exclude each other",
                at: filter.place(\.targetRefs), hint: "keep one of them")
        }
    }
    for target in filter.targetRefs { report.target(target) }
}

private func patches(_ filter: Object<EnvoyFilter>, _ report: inout Report) {
    for item in filter.configPatches {
        if [.invalid, nil].contains(item.applyTo) {
            report.error(
                .missingField, "the patch does not say what it applies to", at: item.place(\.applyTo),
                hint: "set `applyTo`, such as HTTP_FILTER")
        } else {
            report.envoyMatch(item)
        }
        if item.has(\.patch) {
            report.envoyPatch(item.patch)
        } else {
            report.error(
                .missingField, "there is nothing to do: \"patch\" is missing", at: item.place(\.patch))
        }
    }
}

extension Report {
    fileprivate mutating func envoyPatch(_ patch: Object<EnvoyFilter.Patch>) {
        if [.invalid, nil].contains(patch.operation) {
            error(
                .missingField, "the patch does not say what to do", at: patch.place(\.operation),
                hint: "set `operation`, such as MERGE")
        }
        guard patch.has(\.value) else {
            guard patch.operation != .remove else { return }
            return error(
                .missingField, "the patch has no value", at: patch.place(\.value),
                hint: "only REMOVE needs none")
        }
        for entry in patch.value where entry.key == "name" && entry.node.value.string == nil {
            error(
                .wrongType, "Envoy's names are strings, found \(entry.node.value.found)",
                at: .value(entry.node.value.mark))
        }
        if let value = patch.node(\.value) { types(in: value) }
    }

    /// Envoy has dropped the second version of its API.
    private mutating func types(in value: Node) {
        for item in value.list ?? [] { types(in: item) }
        for entry in value.map ?? [] {
            types(in: entry.value)
            guard entry.key == "@type", let type = entry.value.string?.split(separator: "/").last,
                type.hasPrefix("envoy."), type.split(separator: ".").contains(where: { $0.hasPrefix("v2") })
            else { continue }
            error(
                .invalidReference, "\(type.quoted) is of Envoy's API v2, which is gone",
                at: .value(entry.value.mark), hint: "use the type's v3 form")
        }
    }
}

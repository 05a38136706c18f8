import Diagnostics
import IstioAPI
import Schema
import YAML

/// What a policy applies to: selected workloads, or gateways and services that it is attached to.
extension Report {
    /// Takes the ways in which a policy says so, of which it may use one.
    mutating func targets(
        selector: Object<MatchLabelsSelector>, _ target: Object<PolicyTargetReference>?,
        _ targets: Items<PolicyTargetReference>, areGiven: Bool
    ) {
        let count = [selector.isPresent, target?.isPresent ?? false, areGiven].count { $0 }
        if count > 1 {
            let place = selector.isPresent ? selector.place : target?.place ?? selector.place
            error(
                .exclusiveFields, "\"selector\", \"targetRef\" and \"targetRefs\" exclude each other",
                at: place, hint: "keep one of them")
        }
        if selector.isPresent { self.selector(selector, at: selector.place) }
        if let target, target.isPresent { self.target(target) }
        for target in targets { self.target(target) }
    }

    mutating func target(_ target: Object<PolicyTargetReference>) {
        if !target.namespace.isEmpty {
            error(
                .invalidReference,
                "a policy cannot refer to another namespace, "
                    + "found \"\(target.namespace.escapingControls)\"",
                at: target.place(\.namespace), hint: "remove `namespace` and put the policy there")
        }
        guard !target.kind.isEmpty else { return }
        let group = target.group == "core" ? "" : target.group
        guard !targetKinds.contains(where: { $0 == (group, target.kind) }) else { return }
        let right = targetKinds.first { $0.kind == target.kind }
        error(
            .invalidReference,
            "a policy cannot be attached to \(target.kind.escapingControls) of group "
                + "\"\(target.group.escapingControls)\"",
            at: right == nil ? target.place(\.kind) : target.place(\.group),
            hint: right.map { "the group of \($0.kind) is \"\($0.group)\"" }
                ?? "one of \(targetKinds.map(\.kind).joined(separator: ", "))")
    }
}

private let targetKinds: [(group: String, kind: String)] = [
    ("", "Service"), ("networking.istio.io", "ServiceEntry"), ("gateway.networking.k8s.io", "Gateway"),
    ("gateway.networking.k8s.io", "GatewayClass"),
]

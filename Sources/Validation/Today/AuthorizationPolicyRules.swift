import Diagnostics
package import IstioAPI
package import Schema
package import YAML

/// Istio 1.30, what it refuses in an authorization policy; the parts of rules have files of their own.
extension AuthorizationPolicy: Validated {
    package static let checks: [Check<AuthorizationPolicy>] = [
        .init("targets", targets), .init("action", meaningfulAction), .init("provider", externalProvider),
        .init("rules", everyRule), .init("tcp", streamsDenied),
    ]

    /// A policy that is only tried out is marked by an annotation.
    package static func checkMetadata(
        _ metadata: Node?, _ policy: Object<AuthorizationPolicy>, _ report: inout Report
    ) {
        guard let mark = metadata?["annotations"]?[Annotation.dryRun] else { return }
        let value = mark.string ?? ""
        if !truths.contains(value) {
            report.error(
                .wrongType,
                "annotation \(Annotation.dryRun) is \"\(value.escapingControls)\", expected true or false",
                at: .value(mark.mark))
        }
        if ![.allow, .deny, nil].contains(policy.action) {
            report.error(
                .notImplemented, "annotation \(Annotation.dryRun) works with the actions ALLOW and DENY only",
                at: .value(mark.mark))
        }
    }

    private static let truths = [
        "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False",
    ]
}

private func targets(_ policy: Object<AuthorizationPolicy>, _ report: inout Report) {
    report.targets(
        selector: policy.selector, policy.targetRef, policy.targetRefs, areGiven: policy.has(\.targetRefs))
}

/// Without rules, nothing is denied or asked about.
private func meaningfulAction(_ policy: Object<AuthorizationPolicy>, _ report: inout Report) {
    guard let action = policy.action, [.deny, .custom].contains(action), policy.rules.isEmpty else { return }
    report.error(
        .emptyValue, "action \(action.rawValue) without rules never happens", at: policy.place(\.rules),
        hint: "write `rules: [{}]` to mean every request")
}

private func externalProvider(_ policy: Object<AuthorizationPolicy>, _ report: inout Report) {
    if policy.action == .custom, policy.provider.name.isEmpty {
        report.error(
            .missingField, "action CUSTOM needs the name of a provider",
            at: policy.has(\.provider) ? policy.provider.place(\.name) : policy.place(\.provider),
            hint: "name one of the mesh configuration's `extensionProviders`")
    } else if policy.action != .custom, policy.has(\.provider) {
        report.error(
            .exclusiveFields, "a provider is of use with action CUSTOM only", at: policy.place(\.provider))
    }
}

private func everyRule(_ policy: Object<AuthorizationPolicy>, _ report: inout Report) {
    for rule in policy.rules {
        for from in rule.from { report.authorizationSource(from, policy.action) }
        for to in rule.to { report.authorizationOperation(to) }
        for condition in rule.when { report.authorizationCondition(condition, policy.action) }
    }
}

/// What only HTTP has is never true of other connections, and a rule to deny must err on the safe side.
private func streamsDenied(_ policy: Object<AuthorizationPolicy>, _ report: inout Report) {
    guard policy.action == .deny else { return }
    for rule in policy.rules {
        let isAboutCallers = rule.from.contains { $0.has(\.source) }
        let isAboutRequests = rule.to.contains { $0.has(\.operation) }
        let hasPorts = rule.to.contains { !$0.operation.ports.isEmpty || !$0.operation.notPorts.isEmpty }
        let knowsCallers = rule.from.contains { $0.source.knowsConnections }
        guard isAboutRequests ? !hasPorts : isAboutCallers && !knowsCallers else { continue }
        report.warning(
            .unusedValue, "this rule about HTTP also denies all TCP traffic that is not HTTP", at: rule.place,
            hint: "add the `ports` that it is about")
    }
}

extension Object<RequestSource> {
    /// Whether the source speaks of what every connection has.
    fileprivate var knowsConnections: Bool {
        has(\.principals) || has(\.notPrincipals) || has(\.namespaces) || has(\.notNamespaces)
            || has(\.ipBlocks)
            || has(\.notIpBlocks) || has(\.remoteIpBlocks) || has(\.notRemoteIpBlocks)
            || has(\.serviceAccounts) || has(\.notServiceAccounts)
    }
}

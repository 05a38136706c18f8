package import IstioAPI
import Schema

extension Legacy.HTTPAPISpecBinding: Validated {
    package static let checks: [Check<Legacy.HTTPAPISpecBinding>] = [
        .init("services") { checkServices($0.services, $0.place(\.services), &$1) },
        .init("api-specs") {
            checkReferences(
                asReferences($0.apiSpecs), $0.place(\.apiSpecs), "spec", "HTTPAPISpecReference", &$1)
        },
    ]
}

extension Legacy.QuotaSpecBinding: Validated {
    package static let checks: [Check<Legacy.QuotaSpecBinding>] = [
        .init("services") { checkServices($0.services, $0.place(\.services), &$1) },
        .init("quota-specs") {
            checkReferences(Array($0.quotaSpecs), $0.place(\.quotaSpecs), "spec", "QuotaSpecReference", &$1)
        },
    ]
}

extension Legacy.EndUserAuthenticationPolicySpecBinding: Validated {
    package static let checks: [Check<Legacy.EndUserAuthenticationPolicySpecBinding>] = [
        .init("services") { checkServices($0.services, $0.place(\.services), &$1) },
        .init("policies") {
            checkReferences(
                asReferences($0.policies), $0.place(\.policies), "policy",
                "EndUserAuthenticationPolicySpecReference", &$1)
        },
    ]
}

private func checkServices(
    _ services: Items<Legacy.ServiceReference>, _ place: Place, _ report: inout Report
) {
    if services.isEmpty {
        report.error(.missingField, "at least one service must be specified", at: place)
    }
    for service in services { report.checkReference(service) }
}

private func checkReferences(
    _ references: [Object<Legacy.QuotaSpecBinding.Reference>], _ place: Place, _ what: String,
    _ message: String, _ report: inout Report
) {
    if references.isEmpty {
        report.error(.missingField, "at least one \(what) must be specified", at: place)
    }
    for reference in references {
        if reference.name.isEmpty {
            report.error(.missingField, "name is mandatory for \(message)", at: reference.place(\.name))
        }
        if !reference.namespace.isEmpty {
            report.checkNamespace(reference.namespace, at: reference.place(\.namespace))
        }
    }
}

/// The references of the three bindings have the same fields.
private func asReferences<M: Message>(
    _ items: some Sequence<Object<M>>
) -> [Object<Legacy.QuotaSpecBinding.Reference>] {
    items.map { $0.viewed(as: Legacy.QuotaSpecBinding.Reference.self) }
}

package import IstioAPI
import Schema

extension Legacy.ServiceRoleBinding: Validated {
    package static let checks: [Check<Legacy.ServiceRoleBinding>] = [
        .init("subjects", checkSubjects), .init("role", checkRole),
    ]
}

private func checkSubjects(_ binding: Object<Legacy.ServiceRoleBinding>, _ report: inout Report) {
    if binding.subjects.isEmpty {
        report.error(.missingField, "at least 1 subject must be specified", at: binding.place(\.subjects))
    }
    for (index, subject) in binding.subjects.enumerated()
    where subject.user.isEmpty && subject.group.isEmpty && subject.properties.isEmpty {
        report.error(
            .emptyValue, "at least 1 of user, group or properties must be specified for subject \(index)",
            at: subject.place)
    }
}

private func checkRole(_ binding: Object<Legacy.ServiceRoleBinding>, _ report: inout Report) {
    let role = binding.roleRef
    guard role.isPresent else {
        return report.error(.missingField, "roleRef must be specified", at: binding.place(\.roleRef))
    }
    if role.kind != "ServiceRole" {
        report.error(
            .unknownValue,
            "kind set to \(role.kind.quoted), currently the only supported value is \"ServiceRole\"",
            at: role.place(\.kind))
    }
    if role.name.isEmpty {
        report.error(.missingField, "name cannot be empty", at: role.place(\.name))
    }
}

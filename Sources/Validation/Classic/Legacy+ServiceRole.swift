package import IstioAPI
import Schema

extension Legacy.ServiceRole: Validated {
    package static let checks: [Check<Legacy.ServiceRole>] = [.init("rules", checkRules)]
}

private func checkRules(_ role: Object<Legacy.ServiceRole>, _ report: inout Report) {
    if role.rules.isEmpty {
        report.error(.missingField, "at least 1 rule must be specified", at: role.place(\.rules))
    }
    for (index, rule) in role.rules.enumerated() {
        if rule.services.isEmpty {
            report.error(
                .missingField, "at least 1 service must be specified for rule \(index)",
                at: rule.place(\.services))
        }
        if rule.methods.isEmpty {
            report.error(
                .missingField, "at least 1 method must be specified for rule \(index)",
                at: rule.place(\.methods))
        }
        for (position, constraint) in rule.constraints.enumerated() {
            if constraint.key.isEmpty {
                report.error(
                    .missingField, "key cannot be empty for constraint \(position) in rule \(index)",
                    at: constraint.place(\.key))
            }
            if constraint.values.isEmpty {
                report.error(
                    .missingField,
                    "at least 1 value must be specified for constraint \(position) in rule \(index)",
                    at: constraint.place(\.values))
            }
        }
    }
}

package import IstioAPI
import Schema

extension Legacy.QuotaSpec: Validated {
    package static let checks: [Check<Legacy.QuotaSpec>] = [.init("rules", checkRules)]
}

private func checkRules(_ spec: Object<Legacy.QuotaSpec>, _ report: inout Report) {
    if spec.rules.isEmpty {
        report.error(.missingField, "a least one rule must be specified", at: spec.place(\.rules))
    }
    for rule in spec.rules {
        for match in rule.match {
            for condition in match.clause { clause(condition, &report) }
        }
        if rule.quotas.isEmpty {
            report.error(.missingField, "a least one quota must be specified", at: rule.place(\.quotas))
        }
        for quota in rule.quotas { cost(quota, &report) }
    }
}

private func clause(_ condition: Pair<Object<Legacy.QuotaSpec.StringMatch>>, _ report: inout Report) {
    let match = condition.value
    let kinds = [
        ("Exact", match.has(\.exact) && match.exact.isEmpty),
        ("Prefix", match.has(\.prefix) && match.prefix.isEmpty),
        ("Regex", match.has(\.regex) && match.regex.isEmpty),
    ]
    for (kind, isEmpty) in kinds where isEmpty {
        report.error(
            .emptyValue, "StringMatch_\(kind) for attribute \(condition.key.quoted) cannot be empty",
            at: .value(condition.node.value.mark))
    }
}

private func cost(_ quota: Object<Legacy.QuotaSpec.Quota>, _ report: inout Report) {
    if quota.quota.isEmpty {
        report.error(.missingField, "quota name cannot be empty", at: quota.place(\.quota))
    }
    if quota.charge <= 0 {
        report.error(.outOfRange, "quota charge amount must be positive", at: quota.place(\.charge))
    }
}

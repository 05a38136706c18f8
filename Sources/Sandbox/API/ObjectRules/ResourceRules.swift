import Schema
import Validation
import YAML

/// Rules of what containers ask for and are limited to.
enum ResourceRules {
    private static let standard: Set<String> = ["cpu", "memory", "ephemeral-storage", "storage"]

    static func check(_ resources: FieldPlace, _ problems: inout FieldProblems) {
        for list in ["limits", "requests"] {
            for (name, amount) in resources[list].entries {
                check(name: name, amount, &problems)
                if let value = value(amount.node), value < 0 {
                    problems.invalid(amount, "must be greater than or equal to 0")
                }
            }
        }
        for (name, request) in resources["requests"].entries {
            guard let asked = value(request.node), let limit = resources["limits"][name].node,
                let most = value(limit), asked > most
            else { continue }
            problems.invalid(
                resources["requests"].holding(Node(text(request.node))),
                "must be less than or equal to \(name) limit of \(text(limit))")
        }
    }

    private static func check(name: String, _ amount: FieldPlace, _ problems: inout FieldProblems) {
        guard !standard.contains(name), !name.hasPrefix("hugepages-") else { return }
        guard name.contains("/"), LabelSyntax.isKey(name) else {
            return problems.invalid(
                amount.holding(Node(name)), "must be a standard resource type or fully qualified")
        }
    }

    /// An amount may be written as a number, too.
    private static func text(_ node: Node?) -> String {
        node?.string ?? node.map { JSONWriter.text($0, style: .compact) } ?? ""
    }

    private static func value(_ node: Node?) -> Double? {
        node?.double ?? node?.string.flatMap(Quantity.value)
    }
}

import Diagnostics
import Installation

/// A plan, for people.
struct PlanReport {
    let plan: InstallationPlan

    /// A line for each component, and one for each object that goes.
    var text: String {
        var rows = plan.parts.map { part in ["  " + part.component.title, Self.counts(part.steps)] }
        if !plan.namespaces.isEmpty {
            let names = plan.namespaces.map(\.identity.name).joined(separator: ", ")
            rows.insert(["  Namespaces", "create \(names)"], at: 0)
        }
        rows += plan.leftovers.map { ["  " + $0.identity.text.escapingControls, "delete"] }
        return ColumnTable.text(rows)
    }

    /// `create 3, change 1, keep 20`.
    static func counts(_ steps: [InstallationPlan.Step]) -> String {
        let actions: [InstallationPlan.Action] = [.create, .change, .keep, .delete]
        let words = actions.compactMap { action -> String? in
            let count = steps.count { $0.action == action }
            return count == 0 ? nil : "\(action.rawValue) \(count)"
        }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}

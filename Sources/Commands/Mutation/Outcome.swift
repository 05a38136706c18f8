import Kubernetes
import Schema

/// What the user is told about an object that was changed.
enum Outcome {
    /// `Created config route-rule/default/a at revision 7` for 0.7.1's kinds,
    /// `virtualservice.networking.istio.io/a created` for others, and for all in a dry run.
    static func line(_ operation: Operation, _ intent: Intent, revision: String, _ dryRun: DryRun) -> String {
        guard intent.reference.kind.generation == .classic, dryRun == .none else {
            return "\(intent.reference.text) \(operation.done)\(dryRun.note)"
        }
        return switch operation {
        case .create: "Created config \(intent.classicLabel) at revision \(revision)"
        case .replace: "Updated config \(intent.classicLabel) to revision \(revision)"
        case .delete: "Deleted config: \(intent.classicLabel)"
        case .apply: "\(intent.reference.text) \(operation.done)"
        }
    }

    /// One sentence on stderr for an object that was refused.
    static func failure(_ operation: Operation, _ intent: Intent, _ reason: String) -> String {
        if operation == .delete, intent.reference.isMixer {
            return "\(intent.label): failed to delete: \(reason)"
        }
        return "cannot \(operation.rawValue) \(intent.label): \(reason)"
    }

    /// The last line when something failed and there was more than one object.
    static func summary(_ operation: Operation, failed: Int, of all: Int) -> String {
        "\(failed) of \(all) objects could not be \(operation.done)"
    }
}

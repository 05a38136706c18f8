import Diagnostics
import IstioAPI
import Schema
import Validation
import YAML

/// Holds what a conversion makes to the rules of Istio 1.30, so that nothing is put out that it refuses.
enum OutputCheck {
    /// The objects that validate; the others are dropped, with the validator's words.
    static func keepValid(_ objects: [Node], _ ledger: inout Ledger) -> [Node] {
        objects.filter { object in
            guard let problem = problem(with: object) else { return true }
            drop(object, "Istio 1.30 would refuse it: \(problem)", &ledger)
            return false
        }
    }

    /// The first error about an object; nil when there is none.
    static func problem(with object: Node) -> String? {
        Validation.check(Document(object), ValidationOptions(generation: .today)).diagnostics
            .first { $0.severity == .error }?.message
    }

    static func drop(_ node: Node, _ why: String, _ ledger: inout Ledger) {
        switch node.content {
        case .list(let items): for item in items { drop(item, why, &ledger) }
        case .map(let entries): for entry in entries { drop(entry.value, why, &ledger) }
        default: if node.mark.isKnown { ledger.dropped(node.mark, why) }
        }
        if node.mark.isKnown { ledger.dropped(node.mark, why) }
    }
}

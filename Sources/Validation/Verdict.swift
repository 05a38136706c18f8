package import Diagnostics
package import Schema
package import YAML

/// What validation has to say about one document of a stream.
package struct Verdict: Sendable {
    /// What is wrong with the text itself: syntax, duplicate keys, limits.
    package let problems: [Diagnostic]
    /// The objects of the document: one as a rule, several for a list, none for an empty document.
    package let items: [CheckedItem]

    package init(items: [CheckedItem], problems: [Diagnostic] = []) {
        self.items = items
        self.problems = problems
    }

    /// Everything found: the problems of the text, then the findings about each item.
    package var diagnostics: [Diagnostic] { problems + items.flatMap(\.diagnostics) }

    package var hasErrors: Bool { problems.hasErrors || items.contains { $0.outcome == .invalid } }
}

/// One object of a document, and whether it may be sent to a cluster.
package struct CheckedItem: Sendable {
    package enum Outcome: Sendable, Equatable {
        case valid, invalid
        /// The object is none of Istio's; the reason is a clause such as `kind Widget is not known`.
        case skipped(reason: String)
    }

    /// Nil when the object is of no known kind. Where both generations have a kind, the one the object is of.
    package var kind: Kind?
    /// As written; empty when absent.
    package var apiVersion: String
    /// As written (0.7.1 also reads `route-rule`); empty when absent.
    package var kindName: String
    package var namespace: String?
    package var name: String?
    /// The object, its outer keys spelled as Kubernetes spells them and the texts of its metadata made texts.
    package var node: Node
    package var mark: Mark
    package var outcome: Outcome
    /// Whether the spec was checked too: the Mixer kinds and Kubernetes' own are known by name only.
    package var isSpecChecked: Bool
    package var diagnostics: [Diagnostic]
}

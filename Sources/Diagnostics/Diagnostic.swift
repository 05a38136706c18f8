/// How much a finding matters. An error makes the input unacceptable.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    case info, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What kind of finding it is: a stable, kebab-case name that machines and suppressions use.
package struct Code: Sendable, Hashable, CustomStringConvertible {
    package let name: String
    package init(_ name: String) { self.name = name }
    package var description: String { name }
}

/// One finding about the user's input: collected, sorted and rendered last; never thrown.
package struct Diagnostic: Sendable, Equatable {
    /// Another place that explains the finding, such as the first of two equal keys.
    package struct Note: Sendable, Equatable {
        package var message: String
        package var position: Position?

        package init(_ message: String, at position: Position? = nil) {
            self.message = message
            self.position = position
        }
    }

    package var code: Code
    /// The validator's own name for what is wrong, where `code` is one of analysis that stands for many.
    package var rule: Code?
    package var severity: Severity
    /// One sentence without a final period; lines after the first are allowed where a fact needs them.
    package var message: String
    package var position: Position?
    package var path: FieldPath
    /// The object that the finding is about; nil where the text is wrong before it is one.
    package var subject: Subject?
    package var notes: [Note]
    /// What to do about it, for instance "did you mean `retries`?".
    package var hint: String?

    package init(
        _ code: Code, _ severity: Severity = .error, _ message: String, at position: Position? = nil,
        path: FieldPath = FieldPath(), notes: [Note] = [], hint: String? = nil,
        subject: Subject? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.position = position
        self.path = path
        self.subject = subject
        self.notes = notes
        self.hint = hint
    }
}

extension Sequence<Diagnostic> {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// By file, then place, in the order of finding where these are equal.
    package func inReadingOrder() -> [Diagnostic] {
        enumerated().sorted { a, b in
            let (x, y) = (a.element.position, b.element.position)
            return (x?.file ?? "", x?.mark ?? .none, a.offset) < (y?.file ?? "", y?.mark ?? .none, b.offset)
        }.map(\.element)
    }
}

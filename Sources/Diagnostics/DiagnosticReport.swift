/// All that a run of `validate` or `analyze` has to say, for any renderer.
package struct DiagnosticReport: Sendable {
    /// What is known of a code besides its name.
    package struct Rule: Sendable, Equatable {
        /// `IST0101` or `unknown-field`.
        package let id: String
        /// `ReferencedResourceNotFound`; the id where there is no other name.
        package let name: String
        /// The severity that its findings have as a rule.
        package let severity: Severity
        /// One sentence, ending in a period.
        package let summary: String
        /// What goes wrong, and what to do; the summary where there is no more to say.
        package let help: String
        /// A page about it; nil where there is none.
        package let link: String?

        package init(
            _ id: String, name: String? = nil, _ severity: Severity, _ summary: String,
            help: String? = nil, link: String? = nil
        ) {
            self.id = id
            self.name = name ?? id
            self.severity = severity
            self.summary = summary
            self.help = help ?? summary
            self.link = link
        }
    }

    /// A finding that somebody decided not to be told of.
    package struct Suppressed: Sendable, Equatable {
        package enum Origin: String, Sendable {
            case comment, annotation, flag, configuration, baseline
        }

        package let finding: Diagnostic
        package let origin: Origin
        package let reason: String?

        package init(_ finding: Diagnostic, by origin: Origin, reason: String?) {
            self.finding = finding
            self.origin = origin
            self.reason = reason
        }
    }

    /// A reference of which the input does not show whether it leads anywhere.
    package struct Unresolved: Sendable, Equatable {
        package let subject: Subject
        /// `host "reviews"`.
        package let reference: String
        package let position: Position?

        package init(_ subject: Subject, _ reference: String, at position: Position?) {
            self.subject = subject
            self.reference = reference
            self.position = position
        }
    }

    /// What became of the objects of one input.
    package struct CheckedFile: Sendable, Equatable {
        package struct Skipped: Sendable, Equatable {
            package let position: Position
            /// `v1 Service/details`.
            package let object: String
            package let reason: String

            package init(_ object: String, at position: Position, because reason: String) {
                self.position = position
                self.object = object
                self.reason = reason
            }
        }

        package let name: String
        package var valid = 0
        package var invalid = 0
        /// Those among the valid ones of which only kind, version and metadata are known; nil where these are
        /// not told apart.
        package var specNotChecked: Int?
        package var skipped: [Skipped] = []

        package init(_ name: String) { self.name = name }
    }

    /// `ValidationReport` or `AnalysisReport`.
    package var kind: String
    package var toolVersion: String
    package var files: [CheckedFile] = []
    package var findings: [Diagnostic] = []
    package var suppressed: [Suppressed] = []
    package var unresolved: [Unresolved] = []
    /// What the user should know about the run itself: suppressions that suppress nothing, and the like.
    package var notes: [Diagnostic] = []
    package var rules: [Rule] = []
    /// Whether some of the input could not be read, so that findings may be missing.
    package var isIncomplete = false
    /// The run fails for findings of this severity and above.
    package var failureThreshold: Severity = .error

    package init(kind: String, toolVersion: String) {
        self.kind = kind
        self.toolVersion = toolVersion
    }

    /// Whether nothing was found for which the run fails.
    package var isClean: Bool { !findings.contains { $0.severity >= failureThreshold } }

    /// What is known of the codes that the report uses, by their names.
    func rule(_ code: Code) -> Rule {
        rules.first { $0.id == code.name } ?? Rule(code.name, .error, code.name)
    }
}

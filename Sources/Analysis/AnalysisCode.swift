package import Diagnostics

/// A stable number for one sort of finding, which suppressions, baselines and other tools rely on. Istio 1.30
/// defines numbers, names and severities.
package struct AnalysisCode: Sendable, Hashable {
    /// `IST0101`.
    package let number: String
    /// `ReferencedResourceNotFound`.
    package let name: String
    package let severity: Severity
    /// One sentence, ending in a period.
    package let summary: String
    /// What goes wrong in the mesh, and what to do.
    package let explanation: String

    init(_ number: String, _ name: String, _ severity: Severity, _ summary: String, _ explanation: String) {
        self.number = number
        self.name = name
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
    }

    package var code: Code { Code(number) }

    /// By number or name, in any case.
    package static func named(_ word: String) -> AnalysisCode? {
        let word = word.lowercased()
        return all.first { $0.number.lowercased() == word || $0.name.lowercased() == word }
    }
}

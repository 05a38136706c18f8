package import Diagnostics
import Schema

/// Collects what the analyzers find.
struct AnalysisReport {
    private(set) var findings: [MeshObject: [Finding]] = [:]
    private(set) var unresolved: [UnresolvedReference] = []

    struct Finding {
        var diagnostic: Diagnostic
        let place: Place
    }

    /// Adds a finding about an object; `place` is where in its text.
    mutating func callAsFunction(
        _ code: AnalysisCode, _ message: String, on object: MeshObject, at place: Place? = nil,
        notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        let place = place ?? object.place
        let diagnostic = Diagnostic(
            code.code, code.severity, message, at: object.position(of: place), notes: notes, hint: hint,
            subject: object.subject)
        findings[object, default: []].append(Finding(diagnostic: diagnostic, place: place))
    }

    /// Passes on what validation found about an object, under a code of analysis.
    mutating func add(_ finding: Diagnostic, as code: AnalysisCode, on object: MeshObject) {
        var diagnostic = finding
        diagnostic.rule = finding.code
        diagnostic.code = code.code
        diagnostic.severity = code.severity
        diagnostic.subject = object.subject
        if object.origin != .file { diagnostic.position = nil }
        findings[object, default: []].append(
            Finding(diagnostic: diagnostic, place: .value(.none)))
    }

    /// Says that an object refers to something of which the input does not show whether it is there.
    mutating func cannotKnow(_ reference: String, on object: MeshObject, at place: Place? = nil) {
        unresolved.append(
            UnresolvedReference(
                subject: object.subject, reference: reference,
                position: object.position(of: place ?? object.place)))
    }

    mutating func add(_ other: AnalysisReport) {
        findings.merge(other.findings) { $0 + $1 }
        unresolved += other.unresolved
    }

    /// All findings with the paths of their fields, not sorted.
    var diagnostics: [Diagnostic] {
        findings.flatMap { object, findings in
            let paths = object.node.paths(to: findings.map(\.place))
            return zip(findings, paths).map { finding, path in
                var diagnostic = finding.diagnostic
                if diagnostic.path.steps.isEmpty { diagnostic.path = path }
                return diagnostic
            }
        }
    }
}

/// A reference that cannot be followed with the given input.
package struct UnresolvedReference: Sendable, Equatable {
    package let subject: Subject
    /// What is referred to: `host "reviews"`.
    package let reference: String
    package let position: Position?
}

extension MeshObject {
    /// Places of objects that no file holds say nothing to the user.
    func position(of place: Place) -> Position? {
        origin == .file ? document.source.position(place.mark) : nil
    }
}

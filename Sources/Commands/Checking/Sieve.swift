import Analysis
import Diagnostics
import YAML

/// Takes out the findings that comments, annotations, flags and the configuration suppress, and notes who did
/// it.
struct Sieve {
    /// Of objects: codes that are not to be told of this object, after commas, or `*`. (Istio's.)
    static let annotation = "galley.istio.io/analyze-suppress"

    private(set) var suppressed: [DiagnosticReport.Suppressed] = []
    private(set) var notes: [Diagnostic] = []
    private let suppressions: [Suppression]
    private var comments: [String: [IgnoreComment]] = [:]
    private let annotated: [Subject: Set<String>]
    private var used: Set<Position> = []

    init(_ suppressions: [Suppression], sources: [Source], objects: [MeshObject]) {
        self.suppressions = suppressions
        for source in sources {
            let (found, problems) = IgnoreComment.all(in: source)
            if !found.isEmpty { comments[source.name] = found }
            notes += problems
        }
        var annotated: [Subject: Set<String>] = [:]
        for object in objects {
            guard let text = object.metadata["annotations"]?[Self.annotation]?.string else { continue }
            let words = text.split { $0 == "," || $0 == " " }.map(String.init)
            annotated[object.subject, default: []].formUnion(
                words.map { RuleCatalog.rule(named: $0)?.id ?? $0 })
        }
        self.annotated = annotated
    }

    /// What is left, in the same order.
    mutating func filter(_ findings: [Diagnostic]) -> [Diagnostic] {
        findings.filter { finding in
            guard let item = suppression(of: finding) else { return true }
            suppressed.append(item)
            return false
        }
    }

    /// Comments that no finding answered to.
    var unused: [Diagnostic] {
        comments.values.joined().filter { !used.contains($0.position) }.map { comment in
            IgnoreComment.note(
                "this comment suppresses nothing: there is no \(comment.codes.sorted().joined(separator: ", "))",
                comment.position)
        }.inReadingOrder()
    }

    private mutating func suppression(of finding: Diagnostic) -> DiagnosticReport.Suppressed? {
        let here = finding.position.flatMap { comments[$0.file] } ?? []
        if let comment = here.first(where: { $0.covers(finding) }) {
            used.insert(comment.position)
            return .init(finding, by: .comment, reason: comment.reason)
        }
        if let subject = finding.subject, let codes = annotated[subject],
            codes.contains("*") || codes.contains(finding.code.name)
        {
            return .init(finding, by: .annotation, reason: nil)
        }
        return suppressions.first { $0.matches(finding) }.map {
            .init(finding, by: $0.origin, reason: $0.reason)
        }
    }
}

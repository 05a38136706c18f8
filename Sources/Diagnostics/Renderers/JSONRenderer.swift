/// A report for programs. `docs/ci.md` describes the shape for its readers:
///
///     {"apiVersion": "istioctl/v1", "kind": "AnalysisReport", "valid": false,
///      "files": [{"file": "rules.yaml", "valid": 3, "invalid": 1, "specNotChecked": 0, "skipped": [
///          {"line": 9, "column": 1, "object": "v1 Service/details", "reason": "…"}]}],
///      "diagnostics": [{"code": "IST0106", "name": "SchemaValidationError", "rule": "unknown-field",
///          "severity": "error", "message": "…", "file": "rules.yaml", "line": 12, "column": 3,
///          "path": "spec.retires", "object": {"apiVersion": "…", "kind": "VirtualService",
///          "namespace": "default", "name": "reviews"}, "notes": [{"message": "…", "file": "rules.yaml",
///          "line": 3, "column": 1}], "hint": "…", "fingerprint": "…", "documentation": "https://…"}],
///      "suppressed": [{…, "suppression": {"by": "comment", "reason": "…"}}],
///      "unresolved": [{"reference": "host \"reviews\"", "object": {…}, "file": "…", "line": 1, "column": 1}],
///      "notes": [{…}]}
///
/// `valid` says whether nothing at or above the failure threshold was found. Of a diagnostic, code, severity,
/// message and fingerprint are always there, the others where they are known. Fields may be added within
/// `v1`.
package struct JSONRenderer {
    package init() {}

    /// On several lines, ending in a line feed.
    package func text(_ report: DiagnosticReport) -> String { Self.document(report).json }

    static func document(_ report: DiagnosticReport) -> StructuredValue {
        .members(
            ("apiVersion", .string("istioctl/v1")), ("kind", .string(report.kind)),
            ("valid", .bool(report.isClean)), ("files", .list(report.files.map(file))),
            ("diagnostics", .list(report.findings.map { .object(diagnostic($0, report)) })),
            ("suppressed", .nonEmpty(report.suppressed.map { suppressed($0, report) })),
            ("unresolved", .nonEmpty(report.unresolved.map(unresolved))),
            ("notes", .nonEmpty(report.notes.map { .object(diagnostic($0, report)) })))
    }

    private static func file(_ file: DiagnosticReport.CheckedFile) -> StructuredValue {
        let skipped = file.skipped.map { item -> StructuredValue in
            .object(
                mark(item.position.mark) + [
                    ("object", .string(item.object)), ("reason", .string(item.reason)),
                ])
        }
        return .members(
            ("file", .string(file.name)), ("valid", .int(file.valid)), ("invalid", .int(file.invalid)),
            ("specNotChecked", file.specNotChecked.map { .int($0) }), ("skipped", .list(skipped)))
    }

    private typealias Members = [(key: String, value: StructuredValue)]

    private static func diagnostic(_ finding: Diagnostic, _ report: DiagnosticReport) -> Members {
        let rule = report.rule(finding.code)
        var members: Members = [("code", .string(finding.code.name))]
        if rule.name != rule.id { members.append(("name", .string(rule.name))) }
        if let fine = finding.rule { members.append(("rule", .string(fine.name))) }
        members += [
            ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message)),
        ]
        members += place(finding.position)
        if !finding.path.steps.isEmpty { members.append(("path", .string(finding.path.description))) }
        if let subject = finding.subject { members.append(("object", object(subject))) }
        let notes = finding.notes.map { note -> StructuredValue in
            .object([("message", .string(note.message))] + place(note.position))
        }
        if let notes = StructuredValue.nonEmpty(notes) { members.append(("notes", notes)) }
        if let hint = finding.hint { members.append(("hint", .string(hint))) }
        members.append(("fingerprint", .string(finding.fingerprint)))
        if let link = rule.link { members.append(("documentation", .string(link))) }
        return members
    }

    private static func suppressed(_ item: DiagnosticReport.Suppressed, _ report: DiagnosticReport)
        -> StructuredValue
    {
        let suppression = StructuredValue.members(
            ("by", .string(item.origin.rawValue)), ("reason", .text(item.reason)))
        return .object(diagnostic(item.finding, report) + [("suppression", suppression)])
    }

    private static func unresolved(_ item: DiagnosticReport.Unresolved) -> StructuredValue {
        .object(
            [("reference", .string(item.reference)), ("object", object(item.subject))] + place(item.position))
    }

    private static func object(_ subject: Subject) -> StructuredValue {
        .members(
            ("apiVersion", subject.apiVersion.isEmpty ? nil : .string(subject.apiVersion)),
            ("kind", .string(subject.kind)), ("namespace", .text(subject.namespace)),
            ("name", .string(subject.name)))
    }

    private static func place(_ position: Position?) -> Members {
        guard let position else { return [] }
        return [("file", .string(position.file))] + mark(position.mark)
    }

    private static func mark(_ mark: Mark) -> Members {
        mark.isKnown ? [("line", .int(Int(mark.line))), ("column", .int(Int(mark.column)))] : []
    }
}

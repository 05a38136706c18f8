import Diagnostics
import YAML

/// What `validate -o json` prints: how many objects of each file are valid, invalid and skipped, and all
/// findings.
///
///     {"apiVersion": "istioctl/v1", "kind": "ValidationReport", "valid": false,
///      "files": [{"file": "rules.yaml", "valid": 3, "invalid": 1, "specNotChecked": 0, "skipped": [
///          {"line": 9, "column": 1, "object": "v1 Service/details", "reason": "…"}]}],
///      "diagnostics": [{"code": "unknown-field", "severity": "error", "message": "…",
///          "file": "rules.yaml", "line": 12, "column": 3, "path": "spec.retires", "hint": "…"}]}
///
/// Fields may be added within `v1`.
enum ValidationReport {
    static func node(_ summaries: [ValidationSummary]) throws(JSONError) -> Node {
        let findings = summaries.flatMap(\.diagnostics)
        let list = try JSONReader.node(Array(JSONRenderer().text(findings).utf8))
        return [
            "apiVersion": "istioctl/v1", "kind": "ValidationReport", "valid": Node(!findings.hasErrors),
            "files": Node(summaries.map(file)), "diagnostics": list["items"] ?? [],
        ]
    }

    private static func file(_ summary: ValidationSummary) -> Node {
        let skipped = summary.skipped.map { item -> Node in
            [
                "line": Node(item.position.mark.line), "column": Node(item.position.mark.column),
                "object": Node(item.object), "reason": Node(item.reason),
            ]
        }
        return [
            "file": Node(summary.file), "valid": Node(summary.valid), "invalid": Node(summary.invalid),
            "specNotChecked": Node(summary.nameOnly), "skipped": Node(skipped),
        ]
    }
}

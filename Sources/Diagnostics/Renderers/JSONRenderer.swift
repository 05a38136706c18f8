/// Findings for machines, in reading order:
///
///     {"apiVersion": "istioctl/v1", "kind": "DiagnosticList", "items": [
///         {"code": "unknown-field", "severity": "error", "message": "…",
///          "file": "rules.yaml", "line": 12, "column": 3, "path": "spec.retires",
///          "notes": [{"message": "…", "file": "rules.yaml", "line": 3, "column": 1}],
///          "hint": "…"}]}
///
/// Code, severity and message are always there; the others where they are known. Fields may be added within
/// `v1`.
package struct JSONRenderer {
    package init() {}

    /// The list on several lines, ending in a line feed.
    package func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
        let items = diagnostics.inReadingOrder().map { "\n        " + item($0) }
        let list = items.isEmpty ? "[]" : "[\(items.joined(separator: ","))\n    ]"
        return """
            {
                "apiVersion": "istioctl/v1",
                "kind": "DiagnosticList",
                "items": \(list)
            }

            """
    }

    private func item(_ diagnostic: Diagnostic) -> String {
        var members = [
            ("code", quoted(diagnostic.code.name)), ("severity", quoted(diagnostic.severity.rawValue)),
            ("message", quoted(diagnostic.message)),
        ]
        members += place(diagnostic.position)
        if !diagnostic.path.steps.isEmpty { members.append(("path", quoted(diagnostic.path.description))) }
        if !diagnostic.notes.isEmpty {
            let notes = diagnostic.notes.map {
                object([("message", quoted($0.message))] + place($0.position))
            }
            members.append(("notes", "[\(notes.joined(separator: ", "))]"))
        }
        if let hint = diagnostic.hint { members.append(("hint", quoted(hint))) }
        return object(members)
    }

    private func place(_ position: Position?) -> [(String, String)] {
        guard let position else { return [] }
        let file = [("file", quoted(position.file))]
        guard position.mark.isKnown else { return file }
        return file + [("line", String(position.mark.line)), ("column", String(position.mark.column))]
    }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    /// As RFC 8259 asks, and with everything escaped that could drive a terminal.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.needsEscape: result += "\\u" + hex(scalar.value, 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Workflow commands of GitHub Actions, which show findings beside the lines of a change:
///
///     ::error file=rules.yaml,line=12,col=3,title=IST0101 ReferencedResourceNotFound::there is no …
///
/// A finding is one line whatever it says: `%`, line ends, and in properties also `:` and `,` are encoded, so
/// that no input can slip in a command of its own. GitHub shows the first ten errors and warnings of a step.
package struct GitHubRenderer {
    package init() {}

    package func text(_ report: DiagnosticReport) -> String {
        report.findings.map { line($0, report.rule($0.code)) + "\n" }.joined()
    }

    private func line(_ finding: Diagnostic, _ rule: DiagnosticReport.Rule) -> String {
        var properties: [String] = []
        if let position = finding.position {
            properties.append("file=" + property(position.file))
            if position.mark.isKnown {
                properties += ["line=\(position.mark.line)", "col=\(position.mark.column)"]
            }
        }
        let names = [rule.id, rule.name == rule.id ? finding.rule?.name : rule.name].compactMap { $0 }
        properties.append("title=" + property(names.joined(separator: " ")))
        return "::\(level(finding.severity)) \(properties.joined(separator: ","))::\(data(message(finding)))"
    }

    private func message(_ finding: Diagnostic) -> String {
        var lines = [finding.message]
        if !finding.path.steps.isEmpty { lines.append("field: \(finding.path)") }
        if let subject = finding.subject { lines.append("object: \(subject)") }
        if let hint = finding.hint { lines.append("hint: \(hint)") }
        return lines.joined(separator: "\n").escapingControlsKeepingLines
    }

    private func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }

    private func data(_ text: String) -> String { encode(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    private func property(_ text: String) -> String {
        encode(text.escapingControls, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private func encode(_ text: String, _ codes: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let code = codes[scalar] { result += code } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}

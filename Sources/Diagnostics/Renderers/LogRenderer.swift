/// One line a finding, in the given order, as Istio's own `analyze` prints them:
///
///     Error [IST0101] (VirtualService default/reviews rules.yaml:12) there is no gateway "absent"
///
/// The message is Istio's neighbour, not its twin: the field's path stands before what validation found, a
/// hint after it. All text from outside is printed with its control characters escaped.
package struct LogRenderer {
    private let usesColor: Bool

    package init(usesColor: Bool = false) { self.usesColor = usesColor }

    package func text(_ findings: some Sequence<Diagnostic>) -> String {
        findings.map { line($0) + "\n" }.joined()
    }

    private func line(_ finding: Diagnostic) -> String {
        let about = [finding.subject?.description, place(finding.position)].compactMap { $0 }
        let origin = about.isEmpty ? "" : " (\(about.joined(separator: " ")))"
        let path = finding.rule != nil && !finding.path.steps.isEmpty ? "\(finding.path): " : ""
        let hint = finding.hint.map { "; \($0)" } ?? ""
        return "\(level(finding.severity)) [\(finding.code.name.escapingControls)]\(origin) "
            + path + (finding.message + hint).escapingControls
    }

    /// `rules.yaml:12`, without the column, which Istio does not print.
    private func place(_ position: Position?) -> String? {
        guard let position else { return nil }
        let file = position.file.escapingControls
        return position.mark.isKnown ? "\(file):\(position.mark.line)" : file
    }

    private func level(_ severity: Severity) -> String {
        let (word, color) =
            switch severity {
            case .error: ("Error", "31")
            case .warning: ("Warning", "33")
            case .info: ("Info", "36")
            }
        return usesColor ? "\u{1B}[1;\(color)m\(word)\u{1B}[0m" : word
    }
}

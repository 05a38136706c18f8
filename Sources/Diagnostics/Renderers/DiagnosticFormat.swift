/// The forms in which findings can be asked for with `-o`.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// One line a finding, as Istio's own `analyze` prints them.
    case log
    /// File, line and column first, as compilers print them; with field, notes and hints.
    case text
    /// A `ValidationReport` or `AnalysisReport` of `istioctl/v1`.
    case json
    /// The same as YAML.
    case yaml
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// JUnit's XML, for reports of tests.
    case junit
    /// Annotations of GitHub Actions.
    case github

    /// The report in this form, without colour; empty or ending in a line feed.
    package func render(_ report: DiagnosticReport) -> String {
        switch self {
        case .log: LogRenderer().text(report.findings)
        case .text: TextRenderer().text(report.findings)
        case .json: JSONRenderer().text(report)
        case .yaml: YAMLRenderer().text(report)
        case .sarif: SARIFRenderer().text(report)
        case .junit: JUnitRenderer().text(report)
        case .github: GitHubRenderer().text(report)
        }
    }
}

/// The report of `JSONRenderer` as a document of YAML.
package struct YAMLRenderer {
    package init() {}

    /// Ends in a line feed.
    package func text(_ report: DiagnosticReport) -> String { JSONRenderer.document(report).yaml }
}

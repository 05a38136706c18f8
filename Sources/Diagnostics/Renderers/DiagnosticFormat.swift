/// The forms in which findings can be asked for with `-o`.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// One line a finding, as compilers print them.
    case text
    /// A `DiagnosticList` of `istioctl/v1`.
    case json
}

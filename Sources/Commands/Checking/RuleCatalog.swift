import Analysis
import Diagnostics

/// What is known of every code that `validate` and `analyze` use.
enum RuleCatalog {
    /// Istio's numbered codes.
    static let analysis: [DiagnosticReport.Rule] = AnalysisCode.all.map { code in
        DiagnosticReport.Rule(
            code.number, name: code.name, code.severity, code.summary, help: code.explanation,
            link: "https://istio.io/latest/docs/reference/config/analysis/\(code.number.lowercased())/")
    }

    /// The codes of reading and validation, sorted.
    static let validation: [DiagnosticReport.Rule] = [
        .init("deprecated-field", .warning, "A field is on its way out; the message names what to use."),
        .init("duplicate-key", .error, "A map has the same key twice, and readers differ in which counts."),
        .init("duplicate-value", .error, "A name, number or item is given twice where each may stand once."),
        .init("empty-value", .error, "A value is there but says nothing."),
        .init("exclusive-fields", .error, "Of a group of fields at most one may be given."),
        .init(
            "ineffective-match", .warning, "A match has no effect, since an earlier one takes its requests."),
        .init("invalid-address", .error, "A text is no IP address or subnet."),
        .init("invalid-duration", .error, "A duration is malformed or out of range."),
        .init("invalid-expression", .error, "A regular expression is not one that Envoy can read."),
        .init("invalid-header", .error, "A name or value is not fit for a header."),
        .init("invalid-host", .error, "A text is no host name as the field takes it."),
        .init("invalid-label", .error, "A label's key or value is not one that Kubernetes takes."),
        .init("invalid-match", .error, "A condition cannot be met or is incomplete."),
        .init("invalid-method", .error, "A text is no method of HTTP."),
        .init("invalid-name", .error, "A name is not one that Kubernetes takes."),
        .init("invalid-percent", .error, "A percentage is not between 0 and 100."),
        .init("invalid-port", .error, "A port is missing, or not between 1 and 65535."),
        .init("invalid-protocol", .error, "A protocol is not known, or does not fit here."),
        .init("invalid-reference", .error, "A reference to another object is malformed or not allowed."),
        .init("invalid-url", .error, "A text is no URL as the field takes it."),
        .init("invalid-utf8", .error, "The text is not UTF-8, or has characters that YAML does not allow."),
        .init("invalid-weights", .error, "Weights are negative, or do not sum up to what they must."),
        .init("json-syntax", .error, "The text is not JSON."),
        .init("limit-alias", .error, "Aliases repeat more of the text than a reader should follow."),
        .init("limit-depth", .error, "Values are nested more deeply than is read."),
        .init("limit-nodes", .error, "The document has more values than are read."),
        .init("limit-scalar", .error, "A value is longer than is read."),
        .init("limit-source", .error, "The input is larger than is read."),
        .init("missing-field", .error, "A field that must be given is not."),
        .init("missing-label", .info, "A label that metrics and traces go by is not there."),
        .init("namespace-conflict", .error, "An object names another namespace than the flag."),
        .init("not-implemented", .warning, "The API has the field, but this release of Istio ignores it."),
        .init("out-of-range", .error, "A value is too small, too large, too short or too long."),
        .init("too-many-findings", .error, "A document has more findings than are listed."),
        .init("unknown-field", .error, "A field is not in the API: Kubernetes would drop it in silence."),
        .init("unknown-kind", .error, "The kind or its API is missing or misspelt."),
        .init("unknown-value", .error, "A value is none of those that the field takes."),
        .init("unreachable-rule", .warning, "A rule is never used, since an earlier one takes its requests."),
        .init("unused-value", .warning, "A value is given that nothing reads."),
        .init("wrong-type", .error, "A value is of another type than the field takes."),
        .init("wrong-version", .error, "The kind is not served in this version of its API."),
        .init("yaml-syntax", .error, "The text is not YAML."),
        .init("yaml-value", .error, "A value is tagged as a type that it is not of."),
    ]

    static let all = analysis + validation

    /// By number or name, in any case.
    static func rule(named word: String) -> DiagnosticReport.Rule? {
        let word = word.lowercased()
        return all.first { $0.id.lowercased() == word || $0.name.lowercased() == word }
    }

    /// The nearest number or name to one that is none.
    static func suggestion(for word: String) -> String? {
        Suggestion.nearest(to: word, among: all.flatMap { $0.id == $0.name ? [$0.id] : [$0.id, $0.name] })
    }
}

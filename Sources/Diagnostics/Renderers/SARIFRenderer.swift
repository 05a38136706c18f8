/// SARIF 2.1.0 (OASIS), within the limits of GitHub's code scanning.
///
/// Fingerprints do not depend on lines, so that a finding keeps its history when text above it changes.
package struct SARIFRenderer {
    /// GitHub refuses runs with more results, and shows the first 5,000; the worst come first.
    static let mostResults = 25_000
    /// More related places are not read.
    static let mostRelated = 100

    package init() {}

    package func text(_ report: DiagnosticReport) -> String {
        let results = results(report)
        let codes = Dictionary(grouping: results, by: \.finding.code).keys.map(\.name).sorted()
        let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let rules = codes.map { rule(report.rule(Code($0))) }
        let driver = StructuredValue.members(
            ("name", .string("istioctl")), ("semanticVersion", .string(report.toolVersion)),
            ("rules", .list(rules)))
        var ordinals: [String: Int] = [:]
        let items = results.prefix(Self.mostResults).map { item in
            ordinals[item.finding.fingerprint, default: 0] += 1
            return result(
                item, index: indices[item.finding.code.name] ?? 0,
                ordinal: ordinals[item.finding.fingerprint] ?? 1)
        }
        let run = StructuredValue.members(
            ("tool", .members(("driver", driver))), ("columnKind", .string("unicodeCodePoints")),
            ("invocations", .list([invocation(report, unlisted: results.count - items.count)])),
            ("results", .list(Array(items))))
        return StructuredValue.members(
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")), ("runs", .list([run]))
        ).json
    }

    private struct Result {
        let finding: Diagnostic
        let suppression: DiagnosticReport.Suppressed?
    }

    /// The worst first; what is suppressed last.
    private func results(_ report: DiagnosticReport) -> [Result] {
        let found = report.findings.map { Result(finding: $0, suppression: nil) }
        let ordered = Severity.allCases.reversed().flatMap { severity in
            found.filter { $0.finding.severity == severity }
        }
        return ordered + report.suppressed.map { Result(finding: $0.finding, suppression: $0) }
    }

    private func rule(_ rule: DiagnosticReport.Rule) -> StructuredValue {
        .members(
            ("id", .string(rule.id)), ("name", .string(rule.name)),
            ("shortDescription", message(rule.summary)), ("fullDescription", message(rule.summary)),
            ("help", message(rule.help)), ("helpUri", .text(rule.link)),
            ("defaultConfiguration", .members(("level", .string(level(rule.severity))))))
    }

    private func invocation(_ report: DiagnosticReport, unlisted: Int) -> StructuredValue {
        var notes = report.notes.map { note in
            StructuredValue.members(
                ("level", .string(level(note.severity))), ("message", message(note.message)),
                ("locations", note.position.map { .list([.members(("physicalLocation", physical($0)))]) }))
        }
        if unlisted > 0 {
            notes.append(
                .members(
                    ("level", .string("warning")),
                    ("message", message("\(unlisted) more findings are not listed"))))
        }
        return .members(
            ("executionSuccessful", .bool(!report.isIncomplete)),
            ("toolExecutionNotifications", .nonEmpty(notes)))
    }

    private func result(_ item: Result, index: Int, ordinal: Int) -> StructuredValue {
        let finding = item.finding
        let text = finding.message + (finding.hint.map { "\n\($0)" } ?? "")
        let related = finding.notes.prefix(Self.mostRelated).map { note in
            StructuredValue.members(
                ("message", message(note.message)), ("physicalLocation", note.position.map(physical)))
        }
        let path = finding.path.steps.isEmpty ? nil : finding.path.description
        return .members(
            ("ruleId", .string(finding.code.name)), ("ruleIndex", .int(index)),
            ("level", .string(level(finding.severity))), ("message", message(text)),
            ("locations", location(finding).map { .list([$0]) }), ("relatedLocations", .nonEmpty(related)),
            ("partialFingerprints", fingerprints(finding, ordinal)),
            ("suppressions", item.suppression.map { .list([suppression($0)]) }),
            (
                "properties",
                finding.rule == nil && path == nil
                    ? nil : .members(("rule", .text(finding.rule?.name)), ("path", .text(path)))
            ))
    }

    /// GitHub reads the first of them, whose form is a hash and a count.
    private func fingerprints(_ finding: Diagnostic, _ ordinal: Int) -> StructuredValue {
        let text = "\(finding.fingerprint):\(ordinal)"
        return .members(
            ("primaryLocationLineHash", .string(text)), ("istioctl/v1", .string(text)))
    }

    private func suppression(_ item: DiagnosticReport.Suppressed) -> StructuredValue {
        let isInSource = item.origin == .comment || item.origin == .annotation
        return .members(
            ("kind", .string(isInSource ? "inSource" : "external")), ("justification", .text(item.reason)))
    }

    private func location(_ finding: Diagnostic) -> StructuredValue? {
        let logical = finding.subject.map { subject in
            StructuredValue.list([
                .members(
                    ("name", .string(subject.name)), ("fullyQualifiedName", .string(subject.description)),
                    ("kind", .string("object")))
            ])
        }
        if logical == nil, finding.position == nil { return nil }
        return .members(
            ("physicalLocation", finding.position.map(physical)), ("logicalLocations", logical))
    }

    private func physical(_ position: Position) -> StructuredValue {
        let uri = ArtifactURI(position.file)
        let artifact = StructuredValue.members(
            ("uri", .string(uri.text)), ("uriBaseId", uri.isRelative ? .string("%SRCROOT%") : nil))
        let region = StructuredValue.members(
            ("startLine", .int(Int(position.mark.line))), ("startColumn", .int(Int(position.mark.column))))
        return .members(
            ("artifactLocation", artifact), ("region", position.mark.isKnown ? region : nil))
    }

    private func message(_ text: String) -> StructuredValue {
        .members(("text", .string(text.escapingControlsKeepingLines)))
    }

    private func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}

/// The name of a file as a URI reference: relative to the working directory, or `file:` and the whole path.
struct ArtifactURI: Equatable {
    let text: String
    let isRelative: Bool

    init(_ path: String) {
        isRelative = !path.hasPrefix("/")
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        text = (isRelative ? "" : "file://") + Self.encode(String(rest))
    }

    private static func encode(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + hex(UInt32(byte), 2).uppercased()
            }
        }
        return result
    }
}

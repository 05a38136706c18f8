@testable import Diagnostics

/// Reports as the renderers' tests need them.
enum SampleReport {
    static func at(_ file: String, _ line: UInt32, _ column: UInt32) -> Position {
        Position(file: file, mark: Mark(line: line, column: column))
    }

    static let reviews = Subject(
        apiVersion: "networking.istio.io/v1", kind: "VirtualService", namespace: "books", name: "reviews")

    /// What analysis found in a file.
    static let missing = Diagnostic(
        Code("IST0101"), .error, "there is no gateway \"absent\"", at: at("rules/a.yaml", 7, 14),
        path: FieldPath().field("spec").field("gateways").index(0), subject: reviews)

    /// What validation found, passed on by analysis.
    static let misspelt: Diagnostic = {
        var finding = Diagnostic(
            Code("IST0106"), .error, "unknown field \"retires\"", at: at("rules/a.yaml", 12, 3),
            path: FieldPath().field("spec").field("retires"),
            notes: [.init("the field is declared here", at: at("b.yaml", 2, 1))],
            hint: "did you mean `retries`?", subject: reviews)
        finding.rule = Code("unknown-field")
        return finding
    }()

    /// What was found in a cluster.
    static let remote = Diagnostic(
        Code("IST0102"), .info, "no injection",
        subject: Subject(apiVersion: "v1", kind: "Namespace", name: "books"))

    static func report(_ findings: Diagnostic...) -> DiagnosticReport {
        var report = DiagnosticReport(kind: "AnalysisReport", toolVersion: "1.2.3")
        report.files = [.init("rules/a.yaml")]
        report.findings = findings
        report.rules = [
            .init(
                "IST0101", name: "ReferencedResourceNotFound", .error, "Something is referred to.",
                help: "Create it.", link: "https://example.com/ist0101"),
            .init("IST0102", name: "NamespaceNotInjected", .info, "A namespace has no injection."),
        ]
        return report
    }

    /// Text that would like to be more than text in every format at once.
    static let hostile =
        "x]]></failure>\"'&<b>\r\n::error file=/etc/passwd::owned\n%0A\u{1B}[31m\u{7}\u{0}\u{9B}2J\u{202E}gpj"
        + "\u{2028}\u{FFFE}\u{FEFF}\n- injected: true\n--- \n}\\"

    static var hostileFinding: Diagnostic {
        Diagnostic(
            Code("IST0101"), .error, hostile, at: at("dir/a:b,c%\n::x.yaml", 3, 4),
            path: FieldPath().field("spec").key(hostile), notes: [.init(hostile, at: at(hostile, 1, 1))],
            hint: hostile,
            subject: Subject(apiVersion: hostile, kind: "Gateway", namespace: hostile, name: hostile))
    }

    static var hostileReport: DiagnosticReport {
        var report = report(hostileFinding)
        var file = DiagnosticReport.CheckedFile(hostile)
        file.skipped = [.init(hostile, at: at(hostile, 1, 1), because: hostile)]
        report.files = [file]
        report.suppressed = [.init(hostileFinding, by: .comment, reason: hostile)]
        report.unresolved = [.init(reviews, hostile, at: at(hostile, 1, 1))]
        report.notes = [Diagnostic(Code("note"), .warning, hostile, at: at(hostile, 1, 1))]
        return report
    }
}

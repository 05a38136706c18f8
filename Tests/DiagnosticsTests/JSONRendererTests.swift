import Testing
import YAML

@testable import Diagnostics

@Suite struct JSONRendererTests {
    private func node(_ report: DiagnosticReport) throws -> Node {
        try JSONReader.node(Array(JSONRenderer().text(report).utf8))
    }

    @Test func writesWhatIsKnown() throws {
        let report = try node(SampleReport.report(SampleReport.misspelt, SampleReport.missing))
        #expect(report["apiVersion"] == "istioctl/v1" && report["kind"] == "AnalysisReport")
        #expect(report["valid"] == false)
        #expect(
            report["diagnostics"]?.list?.first == [
                "code": "IST0106", "rule": "unknown-field", "severity": "error",
                "message": "unknown field \"retires\"", "file": "rules/a.yaml", "line": 12, "column": 3,
                "path": "spec.retires",
                "object": [
                    "apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "namespace": "books",
                    "name": "reviews",
                ],
                "notes": [
                    ["message": "the field is declared here", "file": "b.yaml", "line": 2, "column": 1]
                ],
                "hint": "did you mean `retries`?", "fingerprint": Node(SampleReport.misspelt.fingerprint),
            ])
        let second = report["diagnostics"]?.list?.last
        #expect(second?["name"] == "ReferencedResourceNotFound")
        #expect(second?["documentation"] == "https://example.com/ist0101")
    }

    @Test func leavesOutWhatIsNot() throws {
        let report = try node(SampleReport.report(Diagnostic(Code("skipped"), .info, "not checked")))
        let keys = report["diagnostics"]?.list?.first?.map?.map(\.key)
        #expect(keys == ["code", "severity", "message", "fingerprint"])
        #expect(report["valid"] == true)
        #expect(report["suppressed"] == nil && report["unresolved"] == nil && report["notes"] == nil)
    }

    @Test func namesSuppressionsReferencesAndNotes() throws {
        var report = SampleReport.report()
        report.suppressed = [.init(SampleReport.missing, by: .configuration, reason: "later")]
        report.unresolved = [.init(SampleReport.reviews, "host \"a\"", at: SampleReport.at("a", 1, 2))]
        report.notes = [Diagnostic(Code("suppression"), .warning, "no reason")]
        report.files[0].skipped = [
            .init("v1 Widget/w", at: SampleReport.at("a", 9, 1), because: "not known")
        ]
        let written = try node(report)
        let suppressed = written["suppressed"]?.list?.first
        #expect(suppressed?["code"] == "IST0101")
        #expect(suppressed?["suppression"] == ["by": "configuration", "reason": "later"])
        #expect(written["unresolved"]?.list?.first?["reference"] == "host \"a\"")
        #expect(written["unresolved"]?.list?.first?["line"] == 1)
        #expect(written["notes"]?.list?.first?["message"] == "no reason")
        #expect(
            written["files"]?.list?.first?["skipped"] == [
                ["line": 9, "column": 1, "object": "v1 Widget/w", "reason": "not known"]
            ])
    }

    @Test func anEmptyListIsOneToo() {
        #expect(JSONRenderer().text(SampleReport.report()).contains("\"diagnostics\": []\n"))
    }
}

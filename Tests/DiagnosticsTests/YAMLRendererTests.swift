import Testing
import YAML

@testable import Diagnostics

@Suite struct YAMLRendererTests {
    private static let reports = [
        SampleReport.report(), SampleReport.report(SampleReport.misspelt, SampleReport.remote),
        SampleReport.hostileReport,
    ]

    @Test(arguments: reports.indices)
    func saysWhatJSONSays(index: Int) throws {
        let report = Self.reports[index]
        let documents = YAMLReader.documents(in: Source(name: "report", YAMLRenderer().text(report)))
        let json = try JSONReader.node(Array(JSONRenderer().text(report).utf8))
        #expect(documents.count == 1)
        #expect(documents.first?.problems == [])
        #expect(documents.first?.root == json)
    }

    @Test func isReadable() {
        let text = YAMLRenderer().text(SampleReport.report(SampleReport.missing))
        #expect(text.hasPrefix("apiVersion: istioctl/v1\nkind: AnalysisReport\nvalid: false\nfiles:\n"))
        #expect(text.contains("\n- code: IST0101\n  name: ReferencedResourceNotFound\n  severity: error\n"))
    }

    /// What YAML 1.1 would read as a boolean, a number or null.
    @Test(arguments: [
        "y", "No", "on", "null", "~", "1", "0x10", "1e3", ".inf", "2026-12-31", "", " a", "a: b",
    ])
    func quotesWhatWouldBeSomethingElse(word: String) {
        let finding = Diagnostic(Code(word), .error, word)
        let text = YAMLRenderer().text(SampleReport.report(finding))
        let document = YAMLReader.documents(in: Source(name: "report", text)).first
        #expect(document?.root["diagnostics"]?.list?.first?["code"] == Node(word))
    }
}

import Diagnostics
import Testing
import YAML

@testable import Schema

struct ReportTests {
    private let document = JSONReader.document(
        Source(name: "r.json", #"{"a": {"b": [1, {"c.d": 2}]}, "e": {}}"#))

    @Test func findsThePathsOfAllPlaces() {
        let deep = document.root["a"]?["b"]?.list?[1]
        var report = Report(document)
        report.error(Code("x"), "value", at: .value(deep?["c.d"]?.mark ?? .none))
        report.error(Code("x"), "key", at: .key("e", document.root.keyMark("e")))
        report.error(Code("x"), "missing", at: .missing("f", in: deep?.mark ?? .none))
        report.error(Code("x"), "missing too", at: .missing("g", in: deep?.mark ?? .none))
        report.error(Code("x"), "nowhere", at: .value(Mark(line: 99, column: 1)))
        #expect(
            report.diagnostics.map(\.path.description) == [
                #"a.b[1]["c.d"]"#, "e", "a.b[1].f", "a.b[1].g", "",
            ])
        #expect(report.diagnostics.first?.position?.description == "r.json:1:25")
    }

    @Test func countsWhatIsTooMuchToList() {
        var report = Report(document)
        for _ in 0..<1_500 { report.error(Code("x"), "m", at: .value(document.root.mark)) }
        #expect(report.isFull && report.hasErrors)
        #expect(report.diagnostics.count == 1_001)
        #expect(report.diagnostics.last?.message == "this document has at least 500 more problems")
    }

    @Test func knowsErrorsFromWarnings() {
        var report = Report(document)
        report.warning(Code("x"), "m", at: .value(document.root.mark))
        #expect(!report.hasErrors)
        report.error(Code("x"), "m", at: .value(document.root.mark))
        #expect(report.hasErrors)
    }
}

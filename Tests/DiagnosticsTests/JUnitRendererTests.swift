import Testing

@testable import Diagnostics

@Suite struct JUnitRendererTests {
    @Test func aFileWithoutFindingsIsATestThatPassed() {
        #expect(
            JUnitRenderer().text(SampleReport.report()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="istioctl" tests="1" failures="0" errors="0" skipped="0">
                  <testsuite name="rules/a.yaml" tests="1" failures="0" errors="0" skipped="0">
                    <testcase name="rules/a.yaml" classname="rules/a.yaml"/>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func findingsAreFailuresOnlyAtTheThreshold() {
        var report = SampleReport.report(SampleReport.missing, SampleReport.remote)
        let text = JUnitRenderer().text(report)
        #expect(text.contains("tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\""))
        #expect(
            text.contains("<failure type=\"IST0101\" message=\"there is no gateway &quot;absent&quot;\">"))
        #expect(text.contains("<testsuite name=\"cluster\" tests=\"2\" failures=\"0\""))
        #expect(text.contains("<system-out>Namespace books: info: no injection [IST0102]"))
        report.failureThreshold = .info
        #expect(JUnitRenderer().text(report).contains("tests=\"2\" failures=\"2\""))
    }

    @Test func whatIsSkippedOrSuppressedIsSaid() {
        var report = SampleReport.report()
        report.suppressed = [.init(SampleReport.missing, by: .comment, reason: "theirs")]
        report.files[0].skipped = [
            .init("v1 Widget/w", at: SampleReport.at("rules/a.yaml", 1, 1), because: "why")
        ]
        let text = JUnitRenderer().text(report)
        #expect(text.contains("<skipped message=\"suppressed by comment: theirs\"/>"))
        #expect(text.contains("<testcase name=\"v1 Widget/w\" classname=\"rules/a.yaml\">"))
        #expect(text.contains("skipped=\"2\""))
    }

    @Test func hostileTextStaysText() {
        let text = JUnitRenderer().text(SampleReport.hostileReport)
        let forbidden = text.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n") || scalar.isNoncharacter
                || scalar.needsEscape && scalar != "\n"
        }
        #expect(forbidden.isEmpty)
        #expect(!text.contains("]]>") && !text.contains("<b>"))
        // Every tag is one of ours, and every one that opens closes.
        var open: [Substring] = []
        for tag in text.split(separator: "<").dropFirst() {
            let name = tag.prefix { $0 != " " && $0 != ">" && $0 != "/" }
            guard let end = tag.firstIndex(of: ">") else {
                Issue.record("no end of <\(tag)")
                continue
            }
            if tag.hasPrefix("/") {
                #expect(open.popLast() == tag[tag.index(after: tag.startIndex)..<end])
            } else if tag[..<end].last != "/" {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
    }
}

import Testing

@testable import Diagnostics

@Suite struct LogRendererTests {
    @Test func printsLinesAsIstioDoes() {
        let findings = [SampleReport.missing, SampleReport.misspelt, SampleReport.remote]
        #expect(
            LogRenderer().text(findings) == """
                Error [IST0101] (VirtualService books/reviews rules/a.yaml:7) there is no gateway "absent"
                Error [IST0106] (VirtualService books/reviews rules/a.yaml:12) spec.retires: unknown field \
                "retires"; did you mean `retries`?
                Info [IST0102] (Namespace books) no injection

                """)
    }

    @Test func aProblemOfTheTextHasNoObject() {
        let problem = Diagnostic(Code("yaml-syntax"), .error, "a key", at: SampleReport.at("a.yaml", 3, 1))
        #expect(LogRenderer().text([problem]) == "Error [yaml-syntax] (a.yaml:3) a key\n")
    }

    @Test func coloursTheLevelOnly() {
        let line = LogRenderer(usesColor: true).text([SampleReport.remote])
        #expect(line == "\u{1B}[1;36mInfo\u{1B}[0m [IST0102] (Namespace books) no injection\n")
    }

    @Test func aFindingIsOneLine() {
        let text = LogRenderer().text([SampleReport.hostileFinding])
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    }
}

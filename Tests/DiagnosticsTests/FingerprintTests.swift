import Testing

@testable import Diagnostics

@Suite struct FingerprintTests {
    @Test func staysWhenLinesAndItemsMove() {
        var moved = SampleReport.missing
        moved.position = SampleReport.at("rules/other.yaml", 1, 1)
        moved.path = FieldPath().field("spec").field("gateways").index(7)
        moved.severity = .info
        moved.hint = "another"
        #expect(moved.fingerprint == SampleReport.missing.fingerprint)
        #expect(moved.fingerprint.utf8.count == 16)
    }

    @Test func differsByWhatMatters() {
        var findings = [SampleReport.missing, SampleReport.misspelt, SampleReport.remote]
        var other = SampleReport.missing
        other.message = "there is no gateway \"gone\""
        findings.append(other)
        other = SampleReport.missing
        other.subject?.namespace = "films"
        findings.append(other)
        other = SampleReport.missing
        other.path = FieldPath().field("spec").field("hosts").index(0)
        findings.append(other)
        #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    }

    @Test func staysWhenWordsImprove() {
        func finding(_ message: String) -> Diagnostic { Diagnostic(Code("c"), .error, message) }
        let old = finding("there is no gateway \"in\"").fingerprint
        #expect(finding("the gateway \"in\" does not exist").fingerprint == old)
        #expect(finding("there is no gateway \"out\"").fingerprint != old)
    }

    @Test func problemsOfTextsDifferByFile() {
        let a = Diagnostic(Code("yaml-syntax"), .error, "m", at: SampleReport.at("a.yaml", 1, 1))
        let b = Diagnostic(Code("yaml-syntax"), .error, "m", at: SampleReport.at("b.yaml", 1, 1))
        #expect(a.fingerprint != b.fingerprint)
    }

    /// Baselines are files that people keep: the value must not change from release to release.
    @Test func isTheSameForEver() {
        #expect(Diagnostic(Code("c"), .error, "m").fingerprint == "ec75a392babb62a6")
    }
}

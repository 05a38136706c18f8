import Testing

@testable import Diagnostics

@Suite struct GitHubRendererTests {
    @Test func writesWorkflowCommands() {
        let text = GitHubRenderer().text(SampleReport.report(SampleReport.missing, SampleReport.misspelt))
        #expect(
            text == """
                ::error file=rules/a.yaml,line=7,col=14,title=IST0101 ReferencedResourceNotFound::\
                there is no gateway "absent"%0Afield: spec.gateways[0]%0Aobject: VirtualService books/reviews
                ::error file=rules/a.yaml,line=12,col=3,title=IST0106 unknown-field::unknown field "retires"\
                %0Afield: spec.retires%0Aobject: VirtualService books/reviews%0Ahint: did you mean `retries`?

                """)
    }

    @Test(arguments: [(Severity.error, "::error "), (.warning, "::warning "), (.info, "::notice ")])
    func levels(severity: Severity, start: String) {
        let text = GitHubRenderer().text(SampleReport.report(Diagnostic(Code("c"), severity, "m")))
        #expect(text == "\(start)title=c::m\n")
    }

    @Test func nothingFromOutsideBecomesACommandOrAProperty() {
        let text = GitHubRenderer().text(SampleReport.hostileReport)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2 && lines[1].isEmpty)
        #expect(
            lines[0].hasPrefix(
                "::error file=dir/a%3Ab%2Cc%25\\n%3A%3Ax.yaml,line=3,col=4,title=IST0101 Reference"))
        #expect(!text.contains("\r"))
        #expect(text.contains("%250A"))
    }
}

import Testing
import YAML

@testable import Commands

@Suite struct ManualPageTests {
    private let pages: [ManualPage]

    init() throws {
        let root = try JSONReader.node(Array(Istioctl._dumpHelp().utf8))
        pages = ManualPage.pages(of: try #require(root["command"]))
    }

    @Test func eachCommandThatHelpListsHasAPage() {
        let all = CommandSource.all(below: Istioctl.self)
        let hidden = all.filter { !$0.type.configuration.shouldDisplay }.map(\.names)
        let shown = all.filter { command in !hidden.contains { command.names.starts(with: $0) } }
        let expected = Set(["istioctl"] + shown.map { "istioctl-" + $0.names.joined(separator: "-") })
        #expect(Set(pages.map(\.name)) == expected)
    }

    @Test func examplesKeepTheirLines() throws {
        let page = try #require(pages.first { $0.name == "istioctl-create" })
        #expect(page.text.contains("\nExamples:\n.nf\n  istioctl create \\-f"))
        #expect(page.text.contains(".BR istioctl (1)\n"))
    }
}

import Diagnostics
import Testing
import YAML

@testable import Schema

/// Rules that few fields have.
@Suite struct RuleTests {
    struct Shelf: Message {
        static let schema = Schema(Shelf(), "Where books stand.", name: "Shelf")

        let titles = Field<[String]>("Names of books.", .eachAtMost(4))
        let owners = Field<[String: String]>("Whose they are.", .eachAtMost(3))
        let madeOf = Field<String>("Wood, mostly.", .protoName("madeOf"))
    }

    private func messages(_ node: Node, _ generation: Generation = .today) -> [String] {
        var report = Report(Document(node))
        StrictCheck.check(node, as: Shelf.self, generation, &report)
        return report.diagnostics.map(\.message)
    }

    @Test func everyItemIsMeasured() {
        #expect(messages(["titles": ["Emma", "äöüß"], "owners": ["a long key": "Ann"]]) == [])
        #expect(
            messages(["titles": ["Emma", "Dracula"], "owners": ["first": "Anna"]]) == [
                "an item of \"titles\" has 7 characters, may have at most 4",
                "\"first\" of \"owners\" has 4 characters, may have at most 3",
            ])
        let schema = OpenAPI.schema(of: Shelf.self)["properties"]
        #expect(schema?["titles"]?["items"] == ["type": "string", "maxLength": 4])
        #expect(schema?["owners"]?["additionalProperties"] == ["type": "string", "maxLength": 3])
    }

    @Test func anOddProtoNameLeavesNoOther() {
        #expect(messages(["madeOf": "oak"], .classic) == [])
        #expect(messages(["made_of": "oak"], .classic).count == 1)
    }
}

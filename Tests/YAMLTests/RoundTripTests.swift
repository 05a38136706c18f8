import TestSupport
import Testing

@testable import YAML

@Suite struct RoundTripTests {
    @Test func everyTreeReadsBackEqual() throws {
        var nodes = RandomNodes(random: Seeded(7))
        for _ in 0..<2000 {
            let node = nodes.node()
            let yaml = YAMLWriter.text(node)
            let documents = YAMLReader.documents(in: Source(name: "yaml", yaml))
            #expect(documents.map(\.root) == [node], "\(yaml.debugDescription)")
            #expect(documents.allSatisfy { $0.problems.isEmpty }, "\(yaml.debugDescription)")
            for style in [JSONWriter.Style.compact, .pretty] {
                #expect(try JSONReader.node(Array(JSONWriter.text(node, style: style).utf8)) == node)
            }
        }
    }

    @Test func manyCoresReadWhatOneReads() {
        var nodes = RandomNodes(random: Seeded(8))
        var text = "# begins with a comment\n"
        for index in 0..<300 {
            text += "---\n"
            text +=
                index % 17 == 3 ? "a: [\n" : index % 23 == 5 ? "a: 1\na: 2\n" : YAMLWriter.text(nodes.node())
        }
        let source = Source(name: "many", text)
        let one = YAMLReader.map(source, limits: .standard, chunkBytes: .max) { Seen($0) }
        #expect(one.count == 300)
        #expect(one.map(\.index) == Array(0..<300))
        for size in [1, 100, 5000] {
            #expect(YAMLReader.map(source, limits: .standard, chunkBytes: size) { Seen($0) } == one)
        }
    }

    /// Everything of a document, places too.
    private struct Seen: Equatable {
        let index: Int
        let text: String
        let problems: String

        init(_ document: Document) {
            index = document.index
            text = String(describing: document.root)
            problems = String(describing: document.problems)
        }
    }
}

import TestSupport
import Testing

@testable import YAML

/// Spoiled texts never crash or hang the readers, and what is read can be written and read again.
@Suite struct FuzzTests {
    private static let words = [
        "---\n", "...\n", "- ", "? ", ": ", "&a ", "*a", "<<: *a\n", "!!int ", "!!binary ", "|\n ", ">-\n  ",
        "[", "{",
        "]", "}", "\"", "'", "\\u", "\\ud83d", "#", "%YAML 1.1\n", "\n", "\r\n", "\t", "\u{FEFF}", "\u{85}",
        "\u{2028}",
        "1e999", "0x", "-", "~", "null", ",", "  ",
    ]
    private static let texts = [
        "apiVersion: v1\nkind: Rule\nmetadata: {name: a, labels: {b: \"c\"}}\nspec:\n- x: [1, .5]\n",
        "a: &a {b: 1, c: [x, y]}\nd: *a\ne:\n  <<: *a\n  b: 2\n---\ntext: |\n  one\n   two\n\n  three\n",
        "{\"a\": [1, -2.5e+3, true, null, \"\\u00e9\\ud83d\\ude00\\n\"], \"b\": {\"c\": {}}}",
        "# comment\n--- !!map\n? a\n: 'it''s'\n? b\n: \"x\\ty\"\n...\n---\n>-\n folded\n text\n",
        "é: 漢字\nyes: no\n12: 0o17\n\"q\": 2018-04-01\n",
    ]

    @Test func yaml() {
        var mutator = Mutator(seed: 1, texts: Self.texts, words: Self.words)
        for _ in 0..<Mutator.inputs(3000) {
            let text = mutator.next()
            for document in YAMLReader.documents(in: Source(name: "fuzz", text: text)) {
                if document.problems.isEmpty {
                    expectReadsBack(document.root, of: text)
                } else {
                    #expect(document.problems.allSatisfy { $0.position?.mark.isKnown == true })
                }
            }
        }
    }

    @Test func scanner() {
        var mutator = Mutator(seed: 12, texts: BlockScannerTests.taken, words: BlockScannerTests.words)
        for _ in 0..<Mutator.inputs(4000) { BlockScannerTests.expectSame(mutator.next()) }
    }

    @Test func json() throws {
        var mutator = Mutator(
            seed: 2, texts: [Self.texts[2], "[[1,2],{\"k\":\"v\"}]", "\"s\""], words: Self.words)
        for _ in 0..<Mutator.inputs(3000) {
            let document = JSONReader.document(Source(name: "fuzz", text: mutator.next()))
            guard document.problems.isEmpty else { continue }
            #expect(try JSONReader.node(JSONWriter.bytes(document.root)) == document.root)
        }
    }

    private func expectReadsBack(_ node: Node, of text: [UInt8]) {
        let written = YAMLWriter.text(node)
        let again = YAMLReader.documents(in: Source(name: "again", written))
        let isSame = again.count == 1 && again.allSatisfy { $0.problems.isEmpty && $0.root == node }
        #expect(
            isSame, "\(String(decoding: text, as: UTF8.self).debugDescription) as \(written.debugDescription)"
        )
    }
}

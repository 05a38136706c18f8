import Testing

@testable import YAML

@Suite struct YAMLWriterTests {
    @Test(arguments: [
        ("a", "a"), ("yes", "\"yes\""), ("", "\"\""), ("1.", "\"1.\""), ("1e3", "\"1e3\""),
        ("1.2.3", "1.2.3"),
        ("12:30", "\"12:30\""), ("2018-04-01", "\"2018-04-01\""), ("2018-04-01x", "2018-04-01x"),
        (" a", "' a'"),
        ("- a", "'- a'"), ("it's", "it's"), ("=", "\"=\""), ("a\tb", "\"a\\tb\""), ("a\nb", "|-\n  a\n  b"),
        ("a\n", "|\n  a"), ("a\n\n", "|+\n  a\n"),
    ])
    func texts(_ text: String, _ written: String) {
        #expect(YAMLWriter.text(["k": Node(text)]) == "k: \(written)\n")
    }

    @Test(arguments: [
        (1e6, "1000000"), (1.5e6 + 0.5, "1.5000005e+06"), (1e-5, "1e-05"), (0.1, "0.1"), (1e20, "1e+20"),
    ])
    func doubles(_ value: Double, _ written: String) {
        #expect(YAMLWriter.text(["k": Node(.double(value))]) == "k: \(written)\n")
    }

    @Test func keysAreInNaturalOrder() {
        let node = Node(["a10", "b", "a2", "B", "_", "1"].map { Node.Entry($0, .null) })
        let keys = YAMLWriter.text(node).split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(keys == ["_", "\"1\"", "B", "a2", "a10", "b"])
        #expect(YAMLWriter.text(["b": 1, "a": 2], sortsKeys: false) == "b: 1\na: 2\n")
    }

    @Test func itemsStandBelowTheirKey() {
        let node: Node = ["k": [["a": 1, "b": [2]], [], [:], [3]]]
        #expect(YAMLWriter.text(node) == "k:\n- a: 1\n  b:\n  - 2\n- []\n- {}\n- - 3\n")
    }

    @Test func rootsThatAreNoMaps() {
        #expect(
            YAMLWriter.text("a") == "a\n" && YAMLWriter.text(.null) == "null\n"
                && YAMLWriter.text([]) == "[]\n"
        )
    }
}

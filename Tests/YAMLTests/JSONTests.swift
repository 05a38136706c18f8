import Diagnostics
import Testing

@testable import YAML

@Suite struct JSONTests {
    private func read(_ text: String) throws -> Node { try JSONReader.node(Array(text.utf8)) }

    @Test(
        arguments: [
            ("9223372036854775807", Node(Int64.max)), ("18446744073709551615", Node(UInt64.max)),
            ("-9223372036854775808", Node(Int64.min)), ("1.0", 1.0), ("1E2", 100.0),
            ("\"\\ud83d\\ude00\\/\"", "😀/"),
            (" [ ] ", []), ("{\"\":null}", ["": .null]),
        ] as [(String, Node)])
    func values(_ text: String, _ node: Node) throws { #expect(try read(text) == node) }

    @Test(arguments: [
        "", "01", "1.", ".5", "+1", "1e", "--1", "tru", "nul", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "{} x",
        "'a'",
        "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"", "\"\\x\"", "\"a", "\"\n\"", "1e999", "[",
        "\u{FEFF}1", "NaN",
        "// c\n1", "\"\\u12\"",
    ])
    func refused(_ text: String) {
        let problems = JSONReader.document(Source(name: "f", text)).problems
        #expect(problems.map(\.code) == [.jsonSyntax])
        #expect(problems.first?.position?.mark.isKnown == true)
    }

    @Test func flawsHavePlaces() throws {
        let problems = JSONReader.document(Source(name: "f", "{\n \"é\": 1, \"b\": 2,\n \"b\": 3}")).problems
        #expect(problems.first?.position?.mark == Mark(line: 3, column: 2))
        #expect(problems.first?.notes.first?.position?.mark == Mark(line: 2, column: 10))
        let deep = JSONReader.document(Source(name: "f", String(repeating: "[", count: 100_000)))
        #expect(deep.problems.map(\.code) == [.depthLimit])
        let broken = JSONReader.document(Source(name: "f", text: [0x22, 0xFF, 0x22]))
        #expect(broken.problems.map(\.code) == [.invalidText])
    }

    @Test(arguments: [
        (1e21, "1e+21"), (1e20, "100000000000000000000"), (1e-6, "0.000001"), (1e-7, "1e-7"), (5, "5"),
        (-0.5, "-0.5"),
        (1.5e300, "1.5e+300"), (123.456, "123.456"), (0, "0"),
    ])
    func doublesAsGoWritesThem(_ value: Double, _ text: String) {
        #expect(JSONWriter.text(Node(.double(value))) == text)
    }

    @Test func styles() {
        let node: Node = ["b": [1, []], "a": ["x": "<\u{1}\u{7F}\"\n>"], "c": [:]]
        #expect(
            JSONWriter.text(node, sortsKeys: true, escapesHTML: false)
                == #"{"a":{"x":"<\u0001\u007f\"\n>"},"b":[1,[]],"c":{}}"#)
        #expect(JSONWriter.text("<&>") == #""\u003c\u0026\u003e""#)
        #expect(
            JSONWriter.text(["b": [1, []], "c": [:]], style: .pretty)
                == "{\n    \"b\": [\n        1,\n        []\n    ],\n    \"c\": {}\n}")
    }
}

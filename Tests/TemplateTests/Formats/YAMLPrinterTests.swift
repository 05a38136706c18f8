import Testing

@testable import Template

/// What `toYaml` and `toYamlPretty` make of values.
@Suite struct YAMLPrinterTests {
    private func compact(_ value: Value) throws -> String { try FormatFunctions.yaml(value) }
    private func pretty(_ value: Value) throws -> String { try FormatFunctions.prettyYAML(value) }

    @Test func listsStandUnderTheirKeyOrDeeper() throws {
        let value: Value = ["ports": [["name": "web"], ["name": "api", "to": [8080]]], "none": []]
        #expect(
            try compact(value)
                == "none: []\nports:\n- name: web\n- name: api\n  to:\n  - 8080")
        #expect(
            try pretty(value)
                == "none: []\nports:\n  - name: web\n  - name: api\n    to:\n      - 8080")
        #expect(try compact([[1, [2]], [:]]) == "- - 1\n  - - 2\n- {}")
    }

    @Test func textIsQuotedWhereItWouldMeanSomethingElse() throws {
        for text in ["yes", "Off", "~", "17", "0x1f", "1e9", "3.", ".5", "2021-3-4", "23:59", ""] {
            #expect(try compact(.string(text)) == "\"\(text)\"")
        }
        for text in ["yEs", "1e", "..", "=", "<<", "2021-3-32", "23:60", "a:b", "0o9", "1e999"] {
            #expect(try compact(.string(text)) == text)
        }
        for text in ["a: b", "# a", "- a", "*", " a", "a ", "@", "---x"] {
            #expect(try compact(.string(text)) == "'\(text)'")
        }
        #expect(try compact("it's: so") == "'it''s: so'")
        #expect(try compact("a\tb\u{1B}") == #""a\tb\e""#)
        #expect(try compact("x\u{1F680}") == #""x\U0001F680""#)
    }

    @Test func linesStandInLiteralBlocks() throws {
        #expect(try compact(["k": "one\ntwo\n"]) == "k: |\n  one\n  two")
        #expect(try compact(["k": "one\n\n", "l": 1]) == "k: |+\n  one\n\nl: 1")
        #expect(try compact(["k": " one\ntwo"]) == "k: |2-\n   one\n  two")
        #expect(try compact(["k": "one \ntwo"]) == #"k: "one \ntwo""#)
        #expect(try compact(["k": "a\n\tb"]) == #"k: "a\n\tb""#)
        #expect(try pretty(["k": "a\n\tb"]) == "k: |-\n  a\n  \tb")
        #expect(try compact(["a\nb": ["c": 1, "d": [2]]]) == "? |-\n  a\n  b\n: c: 1\n  d:\n  - 2")
    }

    @Test func longLinesAreFoldedByToYamlAlone() throws {
        let words = String(repeating: "seven77 ", count: 14) + "end"
        let folded =
            String(repeating: "seven77 ", count: 10) + "seven77\n  "
            + String(repeating: "seven77 ", count: 3) + "end"
        #expect(try compact(.string(words)) == folded)
        #expect(try pretty(.string(words)) == words)
        #expect(try compact(.map(MapValue([(Text(words), 1)]))) == words + ": 1")
        let long = Text(String(repeating: "k", count: 129))
        #expect(try compact(.map(MapValue([(long, 1)]))) == "? \(long)\n: 1")
    }

    @Test func numbersComeFromJSONOrAsTheyAre() throws {
        #expect(try compact(.float(1_500_000)) == "1500000")
        #expect(try pretty(.float(1_500_000)) == "1.5e+06")
        #expect(try compact(.float(-0.0)) == "0")
        #expect(try compact(.float(0x1p70)) == "1.1805916207174113e+21")
        #expect(try compact(.float(2.5e-7)) == "2.5e-07")
        #expect(try pretty(.float(.infinity)) == ".inf")
        #expect(throws: FunctionError.self) { try compact(.float(.infinity)) }
    }

    @Test func textsGoThroughJSON() throws {
        #expect(try compact("a \u{85} b\u{85}\u{85}c") == "|-\n  a b\n  c")
        #expect(throws: FunctionError.self) { try compact("\u{7F}") }
        #expect(throws: FunctionError.self) { try compact(["a": [.string("\u{90}")]]) }
        let key = Text(String(repeating: "<", count: 200))
        #expect(throws: FunctionError.self) { try compact(.map(MapValue([(key, 1)]))) }
        #expect(try compact("\u{2029}") == "'\u{2029}'")
        #expect(try pretty("\u{7F}\u{85}") == #""\x7F\N""#)
        #expect(try pretty(.text(Text(bytes: [0xFF, 0x01]))) == "!!binary /wE=")
        #expect(try pretty(.list(ListValue(bytes: [1, 2]))) == "- 1\n- 2")
        #expect(try compact(.list(ListValue(bytes: [1, 2]))) == "AQI=")
    }

    @Test func whatNeverEndsFails() throws {
        let map = MapValue()
        try map.set("self", .map(map))
        #expect(throws: FunctionError.self) { try compact(.map(map)) }
        #expect(throws: FunctionError.self) { try pretty(.map(map)) }
        try map.remove("self")
    }
}

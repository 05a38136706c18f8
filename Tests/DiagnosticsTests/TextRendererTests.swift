import Testing

@testable import Diagnostics

struct TextRendererTests {
    private let text = """
        spec:
          destination:
            nam: reviews\t# the tab is shown
        """

    private var finding: Diagnostic {
        Diagnostic(
            Code("unknown-field"), .error, "unknown field \"nam\"", at: at("rules.yaml", 3, 5),
            path: FieldPath().field("spec").field("destination").field("nam"), hint: "did you mean `name`?")
    }

    private func at(_ file: String, _ line: UInt32, _ column: UInt32) -> Position {
        Position(file: file, mark: Mark(line: line, column: column))
    }

    @Test func printsOneLineAndItsFieldAndHint() {
        #expect(
            TextRenderer().text([finding]) == """
                rules.yaml:3:5: error: unknown field "nam" [unknown-field]
                  field: spec.destination.nam
                  hint: did you mean `name`?

                """)
    }

    @Test func showsTheLineWithACaret() {
        let renderer = TextRenderer(excerpts: { _ in Array(text.utf8) })
        #expect(
            renderer.text([finding]) == #"""
                rules.yaml:3:5: error: unknown field "nam" [unknown-field]
                  3 |     nam: reviews\t# the tab is shown
                    |     ^
                  field: spec.destination.nam
                  hint: did you mean `name`?

                """#)
    }

    @Test func printsNotesWithTheirPlaces() {
        let finding = Diagnostic(
            Code("duplicate-key"), .error, "key \"name\" is given twice", at: at("a.yaml", 4, 1),
            notes: [.init("first given here", at: at("a.yaml", 2, 1)), .init("somewhere")])
        #expect(
            TextRenderer().text([finding]) == """
                a.yaml:4:1: error: key "name" is given twice [duplicate-key]
                  a.yaml:2:1: note: first given here
                  note: somewhere

                """)
    }

    @Test func indentsFurtherLinesOfAMessage() {
        let finding = Diagnostic(Code("refused"), .warning, "first\nsecond\nthird")
        #expect(
            TextRenderer().text([finding]) == """
                warning: first [refused]
                    second
                    third

                """)
    }

    @Test func escapesEverythingFromOutside() {
        let finding = Diagnostic(
            Code("c"), .error, "bad \u{1B}[2J", at: at("a\u{1B}.yaml", 1, 1), notes: [.init("n\u{9B}")],
            hint: "h\u{202E}")
        let rendered = TextRenderer(excerpts: { _ in Array("\u{1B}]0;title\u{7}".utf8) }).text([finding])
        #expect(
            rendered == #"""
                a\x1b.yaml:1:1: error: bad \x1b[2J [c]
                  1 | \x1b]0;title\x07
                    | ^
                  note: n\x9b
                  hint: h\u202e

                """#)
    }

    @Test func ordersByFileAndPlace() {
        let findings = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2)].map { file, line, column in
            Diagnostic(Code("c"), .info, "m", at: at(file, UInt32(line), UInt32(column)))
        }
        let lines = TextRenderer().text(findings).split(separator: "\n").map { $0.prefix(5) }
        #expect(lines == ["a:1:2", "a:1:9", "a:2:1", "b:1:1"])
    }

    @Test func coloursOnlyWhenAsked() {
        #expect(!TextRenderer().text([finding]).contains("\u{1B}"))
        let coloured = TextRenderer(usesColor: true).text([finding])
        #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[1mrules.yaml:3:5:\u{1B}[0m"))
    }

    @Test func isEmptyWithoutFindings() {
        #expect(TextRenderer().text([]) == "")
    }
}

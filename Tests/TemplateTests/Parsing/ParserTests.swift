import Testing

@testable import Template

@Suite struct ParserTests {
    private func failure(_ text: String) -> String {
        var set = TemplateSet("t")
        do {
            try set.parse("t", Text(text))
            return ""
        } catch {
            return error.message
        }
    }

    /// What the first action of a text is taken for.
    private func action(_ text: String) throws -> String? {
        var set = TemplateSet("t")
        try set.parse("t", Text(text))
        return set["t"]?.statements.first?.text
    }

    @Test func actionsReadBackAsTheyWereMeant() throws {
        #expect(try action("{{  print   1 |print (  len .a.b ).c }}") == "{{print 1 | print (len .a.b).c}}")
        #expect(try action("{{ $x := 1 }}") == "{{$x := 1}}")
        #expect(try action("{{ template \"x\" .y }}") == "{{template \"x\" .y}}")
    }

    @Test func failuresNameTheLineOfTheAction() {
        #expect(failure("a\n{{ nosuch }}") == "template: t:2: function \"nosuch\" not defined")
        #expect(failure("{{ if\n.x\n") == "template: t:3: unclosed action started at t:1")
        #expect(
            failure("{{ print\n\"x }}")
                == "template: t:2: unterminated quoted string in action started at t:1")
    }

    @Test func blocksMustBeClosedInOrder() {
        #expect(failure("{{ if 1 }}").hasSuffix("unexpected EOF"))
        #expect(failure("{{ end }}").hasSuffix("unexpected {{end}}"))
        #expect(failure("{{ if 1 }}{{ else }}{{ else }}{{ end }}").hasSuffix("expected end; found {{else}}"))
        #expect(failure("{{ if 1 }}{{ break }}{{ end }}").hasSuffix("{{break}} outside {{range}}"))
        #expect(failure("{{ range 2 }}{{ define \"x\" }}{{ break }}{{ end }}{{ end }}") != "")
    }

    @Test func variablesEndWithTheirBlock() {
        #expect(failure("{{ if $x := 1 }}{{ $x }}{{ end }}") == "")
        #expect(failure("{{ if $x := 1 }}{{ end }}{{ $x }}").hasSuffix("undefined variable \"$x\""))
    }

    @Test func aFailureInsideABlockEndsAllThatIsOpen() {
        let text = "{{ $a := 1 }}{{ if $b := 2 }}{{ block \"x\" . }}{{ nosuch }}"
        #expect(failure(text).hasSuffix("function \"nosuch\" not defined"))
    }

    @Test func aTemplateIsDefinedOnceInAText() {
        let twice = "{{ define \"a\" }}1{{ end }}{{ define \"a\" }}2{{ end }}"
        #expect(failure(twice).hasSuffix("multiple definition of template \"a\""))
        #expect(failure("{{ define \"a\" }} {{ end }}{{ define \"a\" }}2{{ end }}") == "")
    }
}

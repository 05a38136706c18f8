import Testing

@testable import Template

@Suite struct EvaluationTests {
    private func render(
        _ text: String, _ data: Value = .null, missingKey: MissingKey = .default, _ functions: [Function] = []
    ) -> String {
        var set = TemplateSet("t", functions: FunctionTable(functions), missingKey: missingKey)
        do {
            try set.parse("t", Text(text))
            return String(decoding: try set.render("t", data), as: UTF8.self)
        } catch {
            return error.message
        }
    }

    @Test func methodsOfHostsAreCalled() {
        let value = StructValue(
            "pkg.T", [.init("Name", "n")],
            methods: [
                Function("Twice", .string, returns: .string) {
                    .text(($0[0].text ?? "") + ($0[0].text ?? ""))
                }
            ])
        let data: Value = ["t": .structure(value), "p": .pointer(value), "n": .pointer(value, isNil: true)]
        #expect(render("{{ .t.Name }}{{ .p.Twice \"a\" }}{{ .n.Twice .t.Name }}", data) == "naann")
        #expect(render("{{ .n.Name }}", data).hasSuffix("nil pointer evaluating interface {}.Name"))
        #expect(render("{{ .t.Nope }}", data).hasSuffix("can't evaluate field Nope in type interface {}"))
        #expect(render("{{ .p.Twice }}", data).hasSuffix("wrong number of args for Twice: want 1 got 0"))
    }

    @Test func zeroOfATypedMapIsPrinted() {
        let data = Value.map(MapValue([("a", "x")], of: .string))
        #expect(render("[{{ .b }}]", data, missingKey: .zero) == "[]")
        #expect(render("[{{ .b }}]", ["a": 1], missingKey: .zero) == "[<no value>]")
    }

    @Test func argumentsAreCheckedAgainstParameters() {
        let narrow = Function("narrow", .int(.bits32), returns: .string) { .string($0[0].typeName) }
        #expect(render("{{ narrow 5 }}", .null, [narrow]) == "int32")
        #expect(render("{{ narrow .x }}", ["x": 5], [narrow]).hasSuffix("expected int32; got int"))
        #expect(render("{{ narrow nil }}", .null, [narrow]).hasSuffix("cannot assign nil to int32"))
    }

    @Test func andAndOrStopEarly() {
        let boom = Function("boom") { _ in throw FunctionError("boom") }
        #expect(render("{{ or 1 boom }}{{ and 0 boom }}", .null, [boom]) == "10")
        #expect(render("{{ and 1 boom }}", .null, [boom]).hasSuffix("error calling boom: boom"))
    }

    @Test func placesAreThoseOfTheTemplateThatFails() {
        let text = "{{ define \"d\" }}\n\n {{ .x.y }}{{ end }}{{ template \"d\" . }}"
        #expect(
            render(text, ["x": 1])
                == "template: t:3:6: executing \"d\" at <.x.y>: can't evaluate field y in type interface {}")
    }

    @Test func deeplyNestedCallsGoOnWithAnotherStack() throws {
        let include =
            "{{ define \"r\" }}{{ if . }}{{ include \"r\" (slice . 1) }}{{ end }}.{{ end }}{{ include \"r\" . }}"
        let data = Value.string(String(repeating: "x", count: 900))
        #expect(render(include, data, HelmFunctions.all).count == 901)
    }

    private func render(_ text: String, _ data: Value, _ functions: [Function]) -> String {
        render(text, data, missingKey: .default, functions)
    }
}

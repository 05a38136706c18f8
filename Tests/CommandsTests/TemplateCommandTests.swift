import Testing

@testable import Commands

@Suite struct TemplateCommandTests {
    private func render(
        _ words: String..., text: String, data: String = "name: Ann\nitems: [a, b]"
    ) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: ["t.tmpl": text, "values.yaml": data])
        return (
            world, await world.run(["x", "template", "--text", "t.tmpl", "--data", "values.yaml"] + words)
        )
    }

    @Test func outputIsTheTextAndNothingElse() async {
        let (world, code) = await render(text: "Hello {{ .name }}{{ range .items }} {{ . }}{{ end }}\n")
        #expect(code == .done)
        #expect(world.output == "Hello Ann a b\n")
        #expect(world.errors.isEmpty)
    }

    @Test func missingKeysAreNothingUnlessToldOtherwise() async {
        #expect(await render(text: "{{ .x }}").0.output == "<no value>")
        let (world, code) = await render("--missingkey", "error", text: "{{ .x }}")
        #expect(code == .badInput)
        #expect(world.errors.contains("template: t.tmpl:1:3: executing \"t.tmpl\" at <.x>: map has no entry"))
    }

    @Test func otherDialectsHaveTheirFunctions() async {
        let template = "{{ .name | sha1sum | b64enc | len }}{{ .x }}"
        #expect(await render("--functions", "helm", text: template).0.output == "56")
        #expect(await render("--functions", "injector", text: template).0.output == "56<no value>")
        #expect(await render(text: template).1 == .badInput)
        let (world, _) = await render("--functions", "injector", text: "{{ mergeMaps (strdict `a` `b`) }}")
        #expect(world.output == "map[a:b]")
    }

    @Test func aWrongTemplateNamesItsLine() async {
        let (world, code) = await render(text: "a\n{{ nosuch }}")
        #expect(code == .badInput)
        #expect(world.errors == "Error: template: t.tmpl:2: function \"nosuch\" not defined\n")
        #expect(world.output.isEmpty)
    }

    @Test func wrongDataNamesItsPlace() async {
        let (world, code) = await render(text: "", data: "a: [")
        #expect(code == .badInput)
        #expect(world.errors.contains("values.yaml:"))
        let (second, otherCode) = await render(text: "", data: "a: 1\n---\nb: 2")
        #expect(otherCode == .badInput)
        #expect(second.errors.contains("one document, not 2"))
    }
}

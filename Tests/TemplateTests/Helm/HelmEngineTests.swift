import Testing

@testable import Template

@Suite struct HelmEngineTests {
    /// Renders files of one chart; the output of all of them, or the message.
    private func render(_ files: (String, String)..., values: Value = ["name": "Ann"]) -> [String] {
        do {
            let engine = HelmEngine(functions: .helm)
            return try engine.render(templates(files, values)) { templates(files, values.thawed()) }.map {
                "\($0.path): \(String(decoding: $0.text, as: UTF8.self))"
            }
        } catch {
            return [error.message]
        }
    }

    private func templates(_ files: [(String, String)], _ values: Value) -> [HelmEngine.File] {
        let objects = MapValue([
            ("Values", values), ("Capabilities", HelmCapabilities().value),
            ("Release", HelmRelease(name: "r", namespace: "demo").value),
            ("Files", HelmFiles([("a/x.txt", Array("one\ntwo\n".utf8)), ("b.sh", [])]).value),
        ])
        return files.map {
            HelmEngine.File("c/templates/\($0.0)", Text($0.1), objects: objects, folder: "c/templates")
        }
    }

    /// Files are rendered last name first.
    @Test func whatATemplateSetsThoseAfterItSee() {
        let rendered = render(
            ("a.yaml", "{{ .Values.name }}"), ("b.yaml", "{{ .Values.name }}"),
            ("c.yaml", "{{ $_ := set $ \"Values\" (dict \"name\" \"Bob\") }}"),
            ("d.yaml", "{{ .Values.name }}"))
        #expect(
            rendered == [
                "c/templates/d.yaml: Ann", "c/templates/c.yaml: ", "c/templates/b.yaml: Bob",
                "c/templates/a.yaml: Bob",
            ])
    }

    @Test func theFirstFailureCounts() {
        let rendered = render(
            ("a.yaml", "{{ fail \"a\" }}"), ("b.yaml", "{{ fail \"b\" }}"), ("c.yaml", ""))
        #expect(rendered == ["execution error at (c/templates/b.yaml:1:3): b"])
    }

    @Test func partialsAreReadButNotRendered() {
        let partial = ("_h.tpl", "{{ define \"h\" }}<{{ .Values.name }}>{{ end }}")
        #expect(render(("a.yaml", "{{ include \"h\" . }}"), partial) == ["c/templates/a.yaml: <Ann>"])
    }

    @Test func nothingIsPrintedForMissingValues() {
        #expect(render(("a.yaml", "[{{ .Values.nope }}<no value>]")) == ["c/templates/a.yaml: []"])
    }

    @Test func templatesKnowTheirName() {
        let text = "{{ .Template.Name }} {{ .Template.BasePath }}"
        #expect(render(("a.yaml", text)) == ["c/templates/a.yaml: c/templates/a.yaml c/templates"])
    }

    @Test func expandedTextsSeeTheSetButLeaveNothingBehind() {
        let text =
            "{{ define \"h\" }}old{{ end }}"
            + "{{ tpl \"{{ define \\\"h\\\" }}new{{ end }}{{ include \\\"h\\\" . }}\" . }}/{{ include \"h\" . }}"
        #expect(render(("a.yaml", text)) == ["c/templates/a.yaml: new/old"])
    }

    @Test func capabilitiesAnswer() {
        let text =
            "{{ .Capabilities.KubeVersion }} {{ .Capabilities.KubeVersion.Minor }}"
            + " {{ .Capabilities.APIVersions.Has \"apps/v1\" }} {{ .Capabilities.APIVersions.Has \"x/v1\" }}"
        #expect(render(("a.yaml", text)) == ["c/templates/a.yaml: v1.37.0 37 true false"])
    }

    @Test func filesAreFound() {
        let text =
            "{{ .Files.Get \"a/x.txt\" | len }} {{ .Files.Lines \"a/x.txt\" }}"
            + " {{ range $k, $v := .Files.Glob \"**.txt\" }}{{ $k }}{{ end }} {{ .Files.Get \"nope\" }}."
        #expect(render(("a.yaml", text)) == ["c/templates/a.yaml: 8 [one two] a/x.txt ."])
    }

    @Test func messagesForUsersStandAlone() {
        #expect(
            render(("a.yaml", "\n{{ required \"say a name\" .Values.nope }}"))
                == ["execution error at (c/templates/a.yaml:2:3): say a name"])
        #expect(
            render(("a.yaml", "{{ define \"h\" }}{{ fail \"no: way\" }}{{ end }}{{ include \"h\" . }}"))
                == ["execution error at (c/templates/a.yaml:1:48): no: way"])
    }

    @Test func otherFailuresAreTraced() {
        #expect(
            render(("a.yaml", "{{ nope }}")) == [
                "parse error at (c/templates/a.yaml:1): function \"nope\" not defined"
            ])
        let text = "{{ define \"h\" }}{{ .Values.a.b }}{{ end }}{{ include \"h\" . }}"
        #expect(
            render(("a.yaml", text)) == [
                """
                c/templates/a.yaml:1:45
                  executing "c/templates/a.yaml" at <include "h" .>:
                    error calling include:
                c/templates/a.yaml:1:26
                  executing "h" at <.Values.a.b>:
                    nil pointer evaluating interface {}.b
                """
            ])
    }
}

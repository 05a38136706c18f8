import Template
import Testing
import YAML

@testable import Chart

@Suite struct HelmChartValuesTests {
    private static let sub = "name: one\nversion: 1.0.0\n"

    @Test func theUsersValuesWin() throws {
        let text = try SmallChart.text(
            "{{ .Values | toJson }}", ["values.yaml": "a: {b: 1, c: 2}\nl: [1]\nn: 1\n"],
            values: "a: {b: 3}\nl: [2]\nn: ~\n")
        #expect(text == #"{"a":{"b":3,"c":2},"l":[2]}"#)
    }

    @Test func subchartsSeeTheirTableAndTheGlobals() throws {
        let rendered = try SmallChart.rendered(
            [
                "values.yaml": "global: {g: 1}\none: {a: 2}\n", "charts/one/Chart.yaml": Self.sub,
                "charts/one/values.yaml": "a: 1\nb: 1\nglobal: {g: 0, h: 5}\n",
                "charts/one/templates/s.yaml": "{{ .Values | toJson }}",
            ])
        #expect(
            rendered.manifests.map { String(decoding: $0.text, as: UTF8.self) }
                == [#"{"a":2,"b":1,"global":{"g":1,"h":5}}"#])
    }

    @Test func aTableInThePlaceOfAValueIsNoted() throws {
        let rendered = try SmallChart.rendered(
            ["values.yaml": "a: 1\n", "templates/t.yaml": "v: {{ .Values.a.b }}"], values: "a: {b: 2}\n")
        #expect(rendered.notes == ["skipped value for shop.a: Not a table."])
        #expect(rendered.manifests.map { String(decoding: $0.text, as: UTF8.self) } == ["v: 2"])
    }

    @Test func aValueInThePlaceOfASubchartsTableIsAnError() {
        #expect {
            try SmallChart.rendered(["charts/one/Chart.yaml": Self.sub], values: "one: 1\n")
        } throws: { error in
            (error as? ChartError)?.message.hasPrefix("type mismatch on one: ") ?? false
        }
    }
}

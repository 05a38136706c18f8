import Testing

@testable import Chart

@Suite struct HelmChartDependenciesTests {
    private func names(_ dependency: String, values: String = "") throws -> [String] {
        let rendered = try SmallChart.rendered(
            [
                "Chart.yaml": SmallChart.metadata + "dependencies:\n- \(dependency)\n",
                "charts/one/Chart.yaml": "name: one\nversion: 1.2.3\n",
                "charts/one/values.yaml": "exports: {out: {x: 1}}\n", "charts/one/templates/s.yaml": "s: 1",
                "templates/t.yaml": "v: {{ .Values.x }}",
            ], values: values)
        return rendered.manifests.filter { $0.text != Array("v: ".utf8) }.map {
            "\($0.path)=\(String(decoding: $0.text, as: UTF8.self))"
        }
    }

    private let used = ["shop/charts/one/templates/s.yaml=s: 1"]

    @Test func conditionsDecide() throws {
        let dependency = "{name: one, version: ^1, condition: 'a.use,b.use', tags: [t]}"
        #expect(try names(dependency) == used)
        #expect(try names(dependency, values: "b: {use: false}\n") == [])
        #expect(try names(dependency, values: "a: {use: true}\nb: {use: false}\n") == used)
        #expect(try names(dependency, values: "tags: {t: false}\n") == [])
        #expect(try names(dependency, values: "tags: {t: false}\na: {use: true}\n") == used)
    }

    @Test func aliasesNameAgain() throws {
        #expect(
            try names("{name: one, version: 1.x, alias: uno}") == ["shop/charts/uno/templates/s.yaml=s: 1"])
    }

    @Test func valuesAreImported() throws {
        #expect(
            try names("{name: one, version: 1.2.3, import-values: [out]}")
                == ["shop/charts/one/templates/s.yaml=s: 1", "shop/templates/t.yaml=v: 1"])
    }

    @Test func whatIsMissingIsSaid() {
        #expect { try names("{name: two, version: 1.0.0}") } throws: { error in
            (error as? ChartError)?.message.hasSuffix("missing in charts/ directory: two") ?? false
        }
    }
}

import Testing

@testable import Chart

@Suite struct HelmChartFilesTests {
    @Test func filesGoWhereTheyBelong() throws {
        let chart = try SmallChart.chart([
            "values.yaml": "a: 1\n", "values.schema.json": "{}", "templates/a.yaml": "", "crds/c.yaml": "",
            "README.md": "", "charts/one/Chart.yaml": "name: one\nversion: 2.0.0\n", "charts/one/x": "",
            "charts/_off/Chart.yaml": "", "charts/README.md": "", "charts/one.prov": "",
        ])
        #expect(chart.values.count == 1)
        #expect(chart.schema == Array("{}".utf8))
        #expect(chart.templates.map(\.path) == ["templates/a.yaml"])
        #expect(chart.files.map(\.path) == ["README.md", "charts/one.prov", "crds/c.yaml"])
        #expect(chart.definitions().map(\.path) == ["shop/crds/c.yaml"])
        #expect(chart.dependencies.map(\.name) == ["one"])
        #expect(chart.dependencies[0].files.map(\.path) == ["x"])
    }

    @Test func archivesBelowChartsAreCharts() throws {
        var tar = TarBuilder()
        tar.add("one/Chart.yaml", "name: one\nversion: 2.0.0\n")
        let chart = try HelmChart([
            ChartFile("Chart.yaml", Array(SmallChart.metadata.utf8)),
            ChartFile("charts/one-2.0.0.tgz", tar.archive),
        ])
        #expect(chart.dependencies.map(\.name) == ["one"])
    }

    @Test func dependenciesMayStandInAFileOfTheirOwn() throws {
        let chart = try SmallChart.chart([
            "requirements.yaml": "dependencies:\n- name: one\n  version: ^1\n  alias: uno\n"
        ])
        #expect(chart.metadata.dependencies.map(\.alias) == ["uno"])
    }

    @Test(arguments: [
        ("version: 1.0.0\n", "chart.metadata.name is required"),
        ("name: a/b\nversion: 1.0.0\n", "chart.metadata.name \"a/b\" is invalid"),
        ("name: ..\nversion: 1.0.0\n", "chart.metadata.name \"..\" is not allowed"),
        ("name: a\n", "chart.metadata.version is required"),
        ("name: a\nversion: one\n", "chart.metadata.version \"one\" is invalid"),
        ("name: a\nversion: 1.0.0\ntype: lib\n", "chart.metadata.type must be application or library"),
        (
            "name: a\nversion: 1.0.0\ndependencies:\n- {name: b, alias: c}\n- {name: c}\n",
            "more than one dependency"
        ),
        (
            "name: a\nversion: 1.0.0\ndependencies:\n- {name: b, alias: c/d}\n",
            "disallowed characters in the alias"
        ),
        ("apiVersion: v3\nname: a\nversion: 1.0.0\n", "invalid chart apiVersion"),
        ("a: [\n", "cannot load Chart.yaml"),
    ])
    func whatIsWrongWithMetadataIsSaid(_ text: String, _ message: String) {
        #expect { try SmallChart.chart(["Chart.yaml": text]) } throws: { error in
            (error as? ChartError)?.message.contains(message) ?? false
        }
    }

    @Test func chartsWithinChartsHaveALimit() {
        let deep = (0..<40).map { _ in "charts/c/" }.joined() + "Chart.yaml"
        var files: [String: String] = [:]
        var path = ""
        for _ in 0..<40 {
            files[path + "Chart.yaml"] = SmallChart.metadata
            path += "charts/c/"
        }
        files[deep] = SmallChart.metadata
        #expect { try SmallChart.chart(files) } throws: { error in
            (error as? ChartError)?.message.contains("nested deeper than") ?? false
        }
    }
}

import Chart
import Template
import TestSupport
import YAML

/// A chart of one template, as cases of kind `helm-file` describe it, rendered as `helm template rel case
/// --namespace demo` does.
struct HelmCase {
    let recorded: RecordedTemplate

    private static let chart = "apiVersion: v2\nname: case\nversion: 0.1.0\nappVersion: \"1.16.0\"\n"
    private static let surroundings = Surroundings(
        now: Instant(seconds: 1_700_000_000),
        zone: { Repository.bytes(of: "/usr/share/zoneinfo/\($0)") })
    private static let subject = "templates/case.yaml"

    /// The text rendered for the case's template, before it is taken apart.
    func render() throws(ChartError) -> String {
        let rendering = ChartRendering(
            release: HelmRelease(name: "rel", namespace: "demo"), surroundings: Self.surroundings)
        let texts = try rendering.texts(try HelmChart(files()))
        let own = texts.first { $0.path == "case/" + Self.subject }
        return String(decoding: own?.text ?? [], as: UTF8.self)
    }

    private func files() throws(ChartError) -> [ChartFile] {
        var texts = ["Chart.yaml": Self.chart]
        if let values = recorded.node["values"]?.string { texts["values.yaml"] = values }
        for entry in recorded.node["files"]?.map ?? [] { texts[entry.key] = entry.value.string ?? "" }
        texts[Self.subject] = recorded.template
        let rules = try IgnoreRules(Array((texts[".helmignore"] ?? "").utf8))
        return texts.sorted { $0.key < $1.key }
            .filter { !rules.ignores($0.key, isFolder: false) }
            .map { ChartFile($0.key, Array($0.value.utf8)) }
    }
}

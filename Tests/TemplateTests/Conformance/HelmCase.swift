import Template
import TestSupport
import YAML

/// A chart of one template, as cases of kind `helm-file` describe it, rendered as `helm template rel case
/// --namespace demo` does.
struct HelmCase {
    let recorded: RecordedTemplate
    let functions: FunctionTable

    private static let chart = "apiVersion: v2\nname: case\nversion: 0.1.0\nappVersion: \"1.16.0\"\n"
    private static let surroundings = Surroundings(
        now: Instant(seconds: 1_700_000_000),
        zone: { Repository.bytes(of: "/usr/share/zoneinfo/\($0)") })
    private static let subject = "templates/case.yaml"

    /// The text rendered for the case's template.
    func render() throws(TemplateError) -> String {
        let objects = MapValue([
            ("Chart", ChartMetadata(read(files["Chart.yaml"] ?? Self.chart), isRoot: true).value),
            ("Capabilities", HelmCapabilities().value), ("Subcharts", [:]),
            ("Release", HelmRelease(name: "rel", namespace: "demo").value), ("Values", try values()),
            ("Files", HelmFiles(plainFiles.map { ($0.key, Array($0.value.utf8)) }).value),
        ])
        var templates = files.filter { $0.key.hasPrefix("templates/") }
        templates[Self.subject] = recorded.template
        let rendered = try HelmEngine(functions: functions, surroundings: Self.surroundings).render(
            templates.map {
                HelmEngine.File("case/" + $0.key, Text($0.value), objects: objects, folder: "case/templates")
            })
        let own = rendered.first { $0.path == "case/" + Self.subject }
        return String(decoding: own?.text ?? [], as: UTF8.self)
    }

    private var files: [String: String] {
        let entries = recorded.node["files"]?.map ?? []
        return Dictionary(entries.map { ($0.key, $0.value.string ?? "") }, uniquingKeysWith: { $1 })
    }

    private func values() throws(TemplateError) -> Value {
        let read = try HelmValues.read(Text(recorded.node["values"]?.string ?? ""))
        let entries = Self.withoutNulls(.map(read)).map?.entries ?? []
        return .map(MapValue(sorted: entries, named: HelmEngine.valuesType))
    }

    /// A chart's own nulls say that there is nothing.
    private static func withoutNulls(_ value: Value) -> Value {
        guard case .map(let map) = value else { return value }
        let entries = map.entries.filter { !$0.value.isNull }
        return .map(MapValue(entries.map { ($0.key, withoutNulls($0.value)) }))
    }

    /// What `.Files` holds: all but the chart itself, its templates, and what a line of `.helmignore` names.
    private var plainFiles: [String: String] {
        let ignored = Set((files[".helmignore"] ?? "").split(separator: "\n").map(String.init))
        return files.filter { file in
            !file.key.hasPrefix("templates/") && file.key != "Chart.yaml" && !ignored.contains(file.key)
        }
    }

    private func read(_ text: String) -> Node {
        YAMLReader.documents(in: Source(name: "values.yaml", text)).first?.root ?? .emptyMap
    }
}

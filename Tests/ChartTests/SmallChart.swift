import Chart
import Template

/// Charts for tests, and what becomes of them.
enum SmallChart {
    static let metadata = "apiVersion: v2\nname: shop\nversion: 1.0.0\n"

    /// A chart of files with their texts; `Chart.yaml` is there unless given.
    static func chart(_ files: [String: String]) throws -> HelmChart {
        var files = files
        if files["Chart.yaml"] == nil { files["Chart.yaml"] = metadata }
        return try HelmChart(
            files.sorted { $0.key < $1.key }.map { ChartFile($0.key, Array($0.value.utf8)) })
    }

    static func rendered(_ files: [String: String], values: String = "") throws -> RenderedChart {
        try ChartRendering(release: HelmRelease(name: "r", namespace: "ns"))
            .render(chart(files), values: ValuesReader.read(Array(values.utf8)))
    }

    /// What the template `templates/t.yaml` makes.
    static func text(_ template: String, _ files: [String: String] = [:], values: String = "") throws
        -> String
    {
        let rendered = try rendered(
            files.merging(["templates/t.yaml": template]) { $1 }, values: values)
        let own = rendered.manifests.first { $0.path == "shop/templates/t.yaml" }
        return String(decoding: own?.text ?? [], as: UTF8.self)
    }
}

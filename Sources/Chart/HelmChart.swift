package import Template

/// A Helm chart with its subcharts, as its files say; nothing has been decided about them yet.
package struct HelmChart: Sendable {
    package var metadata: ChartMetadata
    /// What `values.yaml` says. Never changed: who merges works on a copy.
    package var values: MapValue
    /// The text of `values.schema.json`.
    package var schema: [UInt8]?
    /// The files below `templates/`.
    package var templates: [ChartFile]
    /// All other files, `crds/` among them, but those with a meaning of their own.
    package var files: [ChartFile]
    /// The charts below `charts/`.
    package var dependencies: [HelmChart] = []

    package var name: String { metadata.name }

    /// The manifests below `crds/`, those of subcharts last; paths begin with the root chart's name.
    func definitions(in folder: String? = nil) -> [ChartFile] {
        let folder = folder ?? name
        let own = files.filter { file in
            file.path.hasPrefix("crds/")
                && [".yaml", ".yml", ".json"].contains { file.path.lowercased().hasSuffix($0) }
        }
        return own.map { ChartFile("\(folder)/\($0.path)", $0.bytes) }
            + dependencies.flatMap { $0.definitions(in: "\(folder)/charts/\($0.name)") }
    }
}

/// A file of a chart.
package struct ChartFile: Sendable, Equatable {
    /// From the chart's folder on, with slashes: `templates/service.yaml`.
    package let path: String
    package let bytes: [UInt8]

    package init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

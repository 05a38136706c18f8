import Template
import YAML

extension HelmChart {
    /// The most charts below charts.
    private static let depthLimit = 32

    /// A chart of the files of its folder. Paths are relative to it and have been checked: they go nowhere
    /// else.
    package init(_ files: [ChartFile]) throws(ChartError) { try self.init(files, depth: 0) }

    private init(_ files: [ChartFile], depth: Int) throws(ChartError) {
        guard depth < Self.depthLimit else {
            throw ChartError("charts are nested deeper than \(Self.depthLimit) levels")
        }
        guard let described = files.first(where: { $0.path == "Chart.yaml" }) else {
            throw ChartError("Chart.yaml file is missing")
        }
        var node = try Self.node(described)
        if let requirements = files.first(where: { $0.path == "requirements.yaml" }),
            let list = try Self.node(requirements)["dependencies"]
        {
            node.set("dependencies", list)
        }
        metadata = ChartMetadata(node)
        values = MapValue()
        templates = []
        self.files = []
        var below: [String: [ChartFile]] = [:]
        for file in files {
            switch file.path {
            case "Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock": break
            case "values.yaml": values = try Self.values(file)
            case "values.schema.json": schema = file.bytes
            case _ where file.path.hasPrefix("templates/"): templates.append(file)
            case _ where file.path.hasPrefix("charts/") && !file.path.hasSuffix(".prov"):
                let path = file.path.dropFirst("charts/".count)
                below[String(path.prefix { $0 != "/" }), default: []].append(
                    ChartFile(String(path), file.bytes))
            default: self.files.append(file)
            }
        }
        try metadata.check()
        for (name, files) in below.sorted(by: { $0.key < $1.key })
        where !name.hasPrefix("_") && !name.hasPrefix(".") {
            do throws(ChartError) {
                if let chart = try Self.subchart(name, files, depth: depth) { dependencies.append(chart) }
            } catch {
                throw error.during("error unpacking subchart \(name) in \(metadata.name)")
            }
        }
    }

    /// The chart in a folder or archive below `charts/`; nil for a file that is none.
    private static func subchart(
        _ name: String, _ files: [ChartFile], depth: Int
    ) throws(ChartError) -> HelmChart? {
        if name.hasSuffix(".tgz") {
            guard files.count == 1, let archive = files.first, archive.path == name else {
                throw ChartError("\(name) is a folder, and should be an archive")
            }
            return try HelmChart(ChartArchive.files(archive.bytes), depth: depth + 1)
        }
        let inside = files.filter { $0.path.contains("/") }
        if inside.isEmpty { return nil }
        return try HelmChart(
            inside.map { ChartFile(String($0.path.dropFirst(name.count + 1)), $0.bytes) }, depth: depth + 1)
    }

    private static func node(_ file: ChartFile) throws(ChartError) -> Node {
        let documents = YAMLReader.documents(in: Source(name: file.path, text: file.bytes))
        if let problem = documents.flatMap(\.problems).first(where: { $0.severity == .error }) {
            throw ChartError("cannot load \(file.path): \(problem.message)")
        }
        return documents.first?.root ?? .emptyMap
    }

    private static func values(_ file: ChartFile) throws(ChartError) -> MapValue {
        do {
            return try ValuesReader.read(file.bytes)
        } catch {
            throw error.during("cannot load values.yaml")
        }
    }
}

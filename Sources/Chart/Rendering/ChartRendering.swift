package import Template
import YAML

/// How a chart is rendered: for which release, and for what cluster.
package struct ChartRendering: Sendable {
    package var release: HelmRelease
    package var capabilities: HelmCapabilities
    package var checksSchemas = true
    package var surroundings: Surroundings

    package init(
        release: HelmRelease, capabilities: HelmCapabilities = HelmCapabilities(),
        surroundings: Surroundings = Surroundings()
    ) {
        self.release = release
        self.capabilities = capabilities
        self.surroundings = surroundings
    }

    /// The output of a chart's templates with the user's values, in the order in which Helm installs it.
    package func render(_ chart: HelmChart, values user: MapValue) throws(ChartError) -> RenderedChart {
        var rendered = RenderedChart()
        let (resolved, files) = try texts(chart, user, &rendered.notes)
        rendered.definitions = resolved.definitions()
        try add(files.sorted { Text($0.path) < Text($1.path) }, of: resolved, to: &rendered)
        rendered.manifests = InstallOrder.sorted(rendered.manifests)
        rendered.hooks = InstallOrder.sorted(rendered.hooks)
        return rendered
    }

    /// What each template of a chart makes, before it is taken apart.
    package func texts(
        _ chart: HelmChart, values: MapValue = MapValue()
    ) throws(ChartError) -> [(path: String, text: [UInt8])] {
        var notes: [String] = []
        return try texts(chart, values, &notes).texts
    }

    /// The chart with the subcharts that take part, and what their templates make.
    private func texts(
        _ chart: HelmChart, _ user: MapValue, _ notes: inout [String]
    ) throws(ChartError) -> (chart: HelmChart, texts: [(path: String, text: [UInt8])]) {
        guard ["", "application"].contains(chart.metadata.type) else {
            throw ChartError("\(chart.metadata.type) charts are not installable")
        }
        if chart.metadata.isDeprecated { notes.append("this chart is deprecated") }
        try chart.checkDependencies()
        try checkRelease()
        let resolved = try chart.resolved(with: user, notes: &notes)
        let values = try resolved.values(with: user.thawed(), notes: &notes)
        if checksSchemas { try resolved.checkSchemas(values) }
        try checkVersion(resolved)
        return (resolved, try templates(of: resolved, values))
    }

    /// Takes the output apart, on all cores.
    private func add(
        _ files: [(path: String, text: [UInt8])], of chart: HelmChart, to rendered: inout RenderedChart
    ) throws(ChartError) {
        let notesPath = "\(chart.name)/templates/NOTES.txt"
        rendered.instructions = files.first { $0.path == notesPath }?.text
        let files = files.filter { !$0.path.hasSuffix("NOTES.txt") }
        let parts = Parallel.results(files.count) { [ManifestFile(files[$0].path, files[$0].text)] }
        for part in parts {
            rendered.notes += part.notes
            if let error = part.error { throw error }
            for manifest in part.manifests {
                if manifest.hook == nil {
                    rendered.manifests.append(manifest)
                } else {
                    rendered.hooks.append(manifest)
                }
            }
        }
    }

    private func checkRelease() throws(ChartError) {
        guard ReleaseName.isValid(release.name) else {
            throw ChartError(
                "release name check failed: release name \"\(release.name)\": invalid release name, must match "
                    + "regex \(ReleaseName.pattern) and the length must not be longer than \(ReleaseName.limit)"
            )
        }
    }

    private func checkVersion(_ chart: HelmChart) throws(ChartError) {
        let condition = chart.metadata.kubeVersion
        guard !condition.isEmpty else { return }
        let version = capabilities.kubernetes.prefix { $0 != "-" && $0 != "+" }
        if !VersionConstraint.allows(String(version), by: condition) {
            throw ChartError(
                "chart requires kubeVersion: \(condition) which is incompatible with Kubernetes "
                    + capabilities.kubernetes)
        }
    }

    /// What each template makes.
    private func templates(
        of chart: HelmChart, _ values: MapValue
    ) throws(ChartError) -> [(path: String, text: [UInt8])] {
        func files(_ values: MapValue) -> [HelmEngine.File] {
            var files: [HelmEngine.File] = []
            _ = collect(chart, in: chart.name, isRoot: true, values, into: &files)
            return files
        }
        do throws(TemplateError) {
            let engine = HelmEngine(functions: .helm, surroundings: surroundings)
            return try engine.render(files(values)) { files(values.thawed()) }
        } catch {
            throw ChartError(error.message)
        }
    }

    /// Adds the templates of a chart and its subcharts; gives the objects that its templates see.
    private func collect(
        _ chart: HelmChart, in folder: String, isRoot: Bool, _ values: MapValue,
        into files: inout [HelmEngine.File]
    ) -> MapValue {
        var subcharts: [(Text, Value)] = []
        for child in chart.dependencies {
            let table = values[child.name]?.map ?? MapValue()
            let objects = collect(
                child, in: "\(folder)/charts/\(child.name)", isRoot: false, table, into: &files)
            subcharts.append((Text(child.name), .map(objects)))
        }
        // A subchart's values are its parent's: what the one sets in them the other sees.
        let shown = isRoot ? MapValue(sorted: values.entries, named: HelmEngine.valuesType) : values
        let objects = MapValue(
            [
                ("Chart", chart.metadata.value(isRoot: isRoot)),
                ("Files", HelmFiles(chart.files.map { ($0.path, $0.bytes) }).value),
                ("Release", release.value), ("Capabilities", capabilities.value), ("Values", .map(shown)),
                ("Subcharts", .map(MapValue(subcharts))),
            ], named: HelmEngine.valuesType)
        let isLibrary = chart.metadata.type == "library"
        for template in chart.templates {
            if isLibrary, template.path.split(separator: "/").last?.hasPrefix("_") != true { continue }
            files.append(
                HelmEngine.File(
                    "\(folder)/\(template.path)", Text(bytes: template.bytes), objects: objects,
                    folder: "\(folder)/templates"))
        }
        return objects
    }
}

/// What a chart's templates made.
package struct RenderedChart: Sendable {
    /// In the order of installation.
    package var manifests: [Manifest] = []
    package var hooks: [Manifest] = []
    /// The files below `crds/`.
    package var definitions: [ChartFile] = []
    /// What `NOTES.txt` of the chart itself says.
    package var instructions: [UInt8]?
    /// What was passed over.
    package var notes: [String] = []
}

/// The names that releases may have.
enum ReleaseName {
    static let pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
    static let limit = 53

    static func isValid(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= limit else { return false }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            let isPlain = part.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            }
            return isPlain && !part.isEmpty && !part.hasPrefix("-") && !part.hasSuffix("-")
        }
    }
}

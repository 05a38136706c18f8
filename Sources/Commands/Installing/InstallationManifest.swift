import Chart
import Installation
import Template
import YAML

/// The objects of an installation.
struct InstallationManifest {
    /// What a chart comes to.
    struct Part: Sendable {
        let release: ComponentRelease
        /// As the chart made them.
        let rendered: [Node]
        /// With what the IstioOperator lays over them.
        let objects: [Node]

        var component: Component { release.component }
    }

    /// In the order of installation.
    private(set) var parts: [Part] = []

    /// Charts are rendered side by side.
    init(
        _ settings: InstallationSettings, _ source: ChartSource,
        kubernetes: String = ClusterPlatform().version, in world: World
    ) throws {
        do {
            let releases = try settings.releases()
            let now = world.now()
            let rendered = Parallel.results(releases.count) { at in
                [Result { try Self.part(releases[at], source, kubernetes, now) }]
            }
            for result in rendered {
                let (part, warnings) = try result.get()
                for warning in warnings { world.warn(warning) }
                parts.append(part)
            }
        } catch let error as ChartError {
            throw Failure(error.message)
        } catch let error as InstallationError {
            throw Failure(error.message, code: .badInput)
        }
    }

    /// What a release comes to, and what its chart warns of.
    private static func part(
        _ release: ComponentRelease, _ source: ChartSource, _ kubernetes: String, _ now: Int64
    ) throws -> (Part, [String]) {
        var (rendered, warnings) = try objects(source.chart(of: release), release, kubernetes, now)
        if source.isBuiltIn(release.component) { rendered += release.definitions }
        let part = Part(release: release, rendered: rendered, objects: try release.customized(rendered))
        return (part, warnings)
    }

    var objects: [Node] { ObjectOrder.sorted(parts.flatMap(\.objects)) }

    /// Objects in the order of installation, as the text of a manifest.
    static func text(_ objects: [Node]) -> String {
        ObjectOrder.sorted(objects).map { YAMLWriter.text($0) + "---\n" }.joined()
    }

    private static func objects(
        _ source: (chart: HelmChart, values: Node), _ release: ComponentRelease, _ kubernetes: String,
        _ now: Int64
    ) throws -> (objects: [Node], warnings: [String]) {
        var capabilities = HelmCapabilities()
        capabilities.kubernetes = kubernetes
        var rendering = ChartRendering(
            release: HelmRelease(name: ComponentRelease.name, namespace: release.namespace),
            capabilities: capabilities, surroundings: Surroundings(now: Instant(seconds: now)))
        // Istio's installer gives charts more than their schemas know.
        rendering.checksSchemas = false
        let values = Value(source.values).map ?? MapValue()
        let rendered = try rendering.render(source.chart, values: values)
        let warnings = String(decoding: rendered.instructions ?? [], as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("WARNING: ") }.map { String($0.dropFirst("WARNING: ".count)) }
        let asksForDefinitions = release.values[["base", "enableIstioConfigCRDs"]]?.bool ?? true
        let definitions = asksForDefinitions || source.chart.name != "base" ? rendered.definitions : []
        let texts =
            (rendered.manifests + rendered.hooks).map { ($0.path, $0.text) }
            + definitions.sorted { $0.path < $1.path }.map { ($0.path, $0.bytes) }
        return (try texts.flatMap { try Self.objects($0.0, $0.1) }, warnings)
    }

    /// The objects of a text; documents without a kind are none.
    private static func objects(_ path: String, _ text: [UInt8]) throws -> [Node] {
        let documents = YAMLReader.documents(in: Source(name: path, text: text))
        if let problem = documents.flatMap(\.problems).first(where: { $0.severity == .error }) {
            throw Failure("\(path): \(problem.message)")
        }
        return documents.map(\.root).filter { $0["kind"]?.string?.isEmpty == false }
    }
}

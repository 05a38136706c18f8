import ArgumentParser
import Chart
import Diagnostics
import Installation
import YAML

/// `istioctl manifest charts`.
struct ManifestCharts: Verb {
    static let configuration = CommandConfiguration(
        commandName: "charts",
        abstract: "Write this program's own charts into a folder, for Helm or to read.",
        discussion: """
            Helm makes of them what `manifest generate` makes. What a profile or platform sets differently \
            is to be given as values, which lie below profiles/.

            Examples:
              istioctl manifest charts -o charts
              helm template istio charts/istiod -n istio-system -f charts/profiles/demo.yaml
            """)

    @Argument(help: "The charts; all unless given.") var names: [String] = []
    @Option(name: .shortAndLong, help: "The folder.", completion: .directory) var output: String
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let known = BuiltInCharts.names
        for name in names where !known.contains(name) {
            let near = Suggestion.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
            throw Failure.usage("there is no chart \"\(name.escapingControls)\"\(near)")
        }
        for name in names.isEmpty ? known : names {
            for file in BuiltInCharts.files(of: name) { try write(file, "\(output)/\(name)", world) }
            for definition in Self.definitions(of: name) {
                let title = definition[["metadata", "name"]]?.string ?? ""
                let file = ChartFile("crds/\(title).yaml", Array(YAMLWriter.text(definition).utf8))
                try write(file, "\(output)/\(name)", world)
            }
            world.print("wrote \(output)/\(name)")
        }
        guard names.isEmpty else { return }
        for file in BuiltInCharts.files(below: "profiles/") { try write(file, "\(output)/profiles", world) }
        world.print("wrote \(output)/profiles")
    }

    private static func definitions(of chart: String) -> [Node] {
        Component.all.first { $0.chart == chart }?.definitions.map { IstioDefinitions.objects($0) } ?? []
    }

    private func write(_ file: ChartFile, _ folder: String, _ world: World) throws {
        let path = "\(folder)/\(file.path)"
        do {
            try world.environment.files.publish(path, file.bytes)
        } catch {
            throw Failure("\(path): \(error.reason)")
        }
    }
}

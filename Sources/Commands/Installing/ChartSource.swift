import Chart
import Diagnostics
import Installation
import YAML

/// Where the charts and profiles of an installation come from.
struct ChartSource {
    /// The folder with `charts` in it; nil for this program's own.
    private let folder: String?

    init(_ folder: String?) { self.folder = folder.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } }

    /// A chart with the values that it gets of a release.
    func chart(of release: ComponentRelease, in world: World) throws -> (HelmChart, Node) {
        if let folder = place(in: world), let path = release.component.released {
            return (try ChartFolder.chart(at: "\(folder)/charts/\(path)", in: world), release.values)
        }
        return (try BuiltInCharts.chart(release.component.chart), try release.builtInValues())
    }

    /// Whether the chart of a component is the program's own.
    func isBuiltIn(_ component: Component, in world: World) -> Bool {
        component.released == nil || place(in: world) == nil
    }

    /// A profile over the default one.
    func profile(_ name: String, in world: World) throws(InstallationError) -> Node {
        if let folder = place(in: world) {
            let standard = try file(folder, "default", world)
            if name == "default", let standard { return standard }
            if let own = try file(folder, name, world) { return (standard ?? .emptyMap).overlaid(by: own) }
        }
        if let profile = Profile.settings(name) { return profile }
        let near = Suggestion.nearest(to: name, among: Profile.names).map { "; did you mean \($0)?" } ?? ""
        throw InstallationError(
            "there is no profile \"\(name.escapingControls)\"\(near) (profiles: "
                + "\(Profile.names.joined(separator: ", ")))")
    }

    /// The folder itself, or the one in it that releases have.
    private func place(in world: World) -> String? {
        guard let folder else { return nil }
        let files = world.environment.files
        return files.kind(of: "\(folder)/charts") == nil
            && files.kind(of: "\(folder)/manifests/charts") != nil
            ? "\(folder)/manifests" : folder
    }

    private func file(_ folder: String, _ name: String, _ world: World) throws(InstallationError) -> Node? {
        guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
        let path = "\(folder)/profiles/\(name).yaml"
        guard world.environment.files.kind(of: path) == .file else { return nil }
        guard let source = try? FileOptions.read(path, in: world),
            let document = YAMLReader.documents(in: source).first, !document.problems.hasErrors
        else { throw InstallationError("\(path) is no profile") }
        return document.root
    }
}

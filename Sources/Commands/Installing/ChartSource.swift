import Chart
import Diagnostics
import Installation
import Kubernetes
import YAML

/// Where the charts and profiles of an installation come from.
struct ChartSource: Sendable {
    /// The folder with `charts` in it; nil for this program's own.
    private let folder: String?
    /// What is in that folder.
    private let files: any FileAccess

    /// The folder `manifests` of a release, one with that folder in it, or a release's archive; nil is this
    /// program's own charts.
    init(_ path: String?, in world: World) throws {
        let files = world.environment.files
        guard let path else {
            self.folder = nil
            self.files = files
            return
        }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        if files.kind(of: folder) == .file {
            self.folder = "."
            self.files = try ReleaseArchive(folder, files)
            return
        }
        let isRelease =
            files.kind(of: "\(folder)/charts") == nil && files.kind(of: "\(folder)/manifests/charts") != nil
        self.folder = isRelease ? "\(folder)/manifests" : folder
        self.files = files
    }

    /// A chart with the values that it gets of a release.
    func chart(of release: ComponentRelease) throws -> (HelmChart, Node) {
        if let folder, let path = release.component.released {
            return (try ChartFolder.chart(at: place("charts/\(path)", in: folder), files), release.values)
        }
        return (try BuiltInCharts.chart(release.component.chart), try release.builtInValues())
    }

    /// Whether the chart of a component is the program's own.
    func isBuiltIn(_ component: Component) -> Bool { component.released == nil || folder == nil }

    private func place(_ path: String, in folder: String) -> String {
        folder == "." ? path : "\(folder)/\(path)"
    }

    /// A profile over the default one.
    func profile(_ name: String) throws(InstallationError) -> Node {
        if let folder {
            let standard = try file(folder, "default")
            if name == "default", let standard { return standard }
            if let own = try file(folder, name) { return (standard ?? .emptyMap).overlaid(by: own) }
        }
        if let profile = Profile.settings(name) { return profile }
        let near = Suggestion.nearest(to: name, among: Profile.names).map { "; did you mean \($0)?" } ?? ""
        throw InstallationError(
            "there is no profile \"\(name.escapingControls)\"\(near) (profiles: "
                + "\(Profile.names.joined(separator: ", ")))")
    }

    private func file(_ folder: String, _ name: String) throws(InstallationError) -> Node? {
        guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
        let path = place("profiles/\(name).yaml", in: folder)
        guard files.kind(of: path) == .file else { return nil }
        guard let bytes = try? files.read(path, limit: FileOptions.sizeLimit),
            let document = YAMLReader.documents(in: Source(name: path, text: bytes)).first,
            !document.problems.hasErrors
        else { throw InstallationError("\(path) is no profile") }
        return document.root
    }
}

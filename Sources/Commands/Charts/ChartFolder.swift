import Chart
import Kubernetes

/// Reads charts from folders and archives.
struct ChartFolder {
    /// Files and folders of one chart. A link may lead around in a circle.
    private static let countLimit = 100_000
    private static let depthLimit = 64

    private let files: any FileAccess
    private let root: String
    private let rules: IgnoreRules
    private var found: [ChartFile] = []
    private var bytes = 0
    private var count = 0

    /// The chart at a path.
    static func chart(at path: String, _ files: any FileAccess) throws -> HelmChart {
        guard let kind = files.kind(of: path) else { throw Failure(missing(path)) }
        do {
            if kind != .folder {
                let bytes = try read(path, files, limit: ChartArchive.chartLimit)
                guard ChartArchive.isArchive(bytes) else {
                    throw Failure("file \(path) does not appear to be a gzipped archive")
                }
                return try HelmChart(ChartArchive.files(bytes))
            }
            let described = "\(FileFilter.absolute(path))/Chart.yaml"
            guard files.kind(of: described) != nil || files.kind(of: "\(path)/Chart.yaml") != nil else {
                throw Failure(
                    "unable to detect chart at \(described): open \(described): no such file or directory")
            }
            var folder = try ChartFolder(path, files)
            try folder.walk("", depth: 0)
            return try HelmChart(folder.found)
        } catch let error as ChartError {
            throw Failure(error.message)
        }
    }

    /// Repositories of charts are not asked.
    private static func missing(_ path: String) -> String {
        if path.hasPrefix("/") || path.hasPrefix(".") { return "path \"\(path)\" not found" }
        return path.contains("/")
            ? "path \"\(path)\" not found; charts come from folders and archives, repositories are not asked"
            : "non-absolute URLs should be in form of repo_name/path_to_chart, got: \(path) (there is no folder "
                + "or archive of that name)"
    }

    private init(_ root: String, _ files: any FileAccess) throws {
        self.root = root
        self.files = files
        let ignored = "\(root)/.helmignore"
        let lines = files.kind(of: ignored) == nil ? [] : try Self.read(ignored, files, limit: 1 << 20)
        rules = try IgnoreRules(lines)
    }

    private mutating func walk(_ folder: String, depth: Int) throws {
        let place = folder.isEmpty ? root : "\(root)/\(folder)"
        guard depth < Self.depthLimit else {
            throw Failure("\(place): the chart's folders are nested deeper than \(Self.depthLimit) levels")
        }
        for name in files.names(in: place) ?? [] {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            count += 1
            guard count <= Self.countLimit else {
                throw Failure("the chart \(root) has more than \(Self.countLimit) files")
            }
            // What vanished in the meantime was never there.
            guard let kind = files.kind(of: "\(root)/\(path)") else { continue }
            if rules.ignores(path, isFolder: kind == .folder) { continue }
            switch kind {
            case .folder: try walk(path, depth: depth + 1)
            case .other: throw Failure("cannot load irregular file \(root)/\(path)")
            case .file: try take(path)
            }
        }
    }

    private mutating func take(_ path: String) throws {
        let content = try Self.read("\(root)/\(path)", files, limit: ChartArchive.fileLimit)
        bytes += content.count
        guard bytes <= ChartArchive.chartLimit else {
            throw Failure("the chart \(root) has more than \(ChartArchive.chartLimit) bytes")
        }
        found.append(ChartFile(path, content.withoutMark))
    }

    private static func read(_ path: String, _ files: any FileAccess, limit: Int) throws -> [UInt8] {
        do throws(FileError) {
            return try files.read(path, limit: limit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
    }
}

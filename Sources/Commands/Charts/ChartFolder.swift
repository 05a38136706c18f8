import Chart
import Kubernetes

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads charts from folders and archives.
struct ChartFolder {
    /// Files of one chart.
    private static let countLimit = 100_000
    private static let depthLimit = 64

    private let files: any FileAccess
    private let root: String
    private let rules: IgnoreRules
    private var found: [ChartFile] = []
    private var bytes = 0
    /// The folders on the way to the one at hand, without links: one twice would go on for ever.
    private var way: Set<String> = []

    /// The chart at a path.
    static func chart(at path: String, in world: World) throws -> HelmChart {
        guard let kind = FileKind(path) else {
            throw Failure(missing(path))
        }
        do {
            if kind != .folder {
                let bytes = try read(path, world.environment.files, limit: ChartArchive.chartLimit)
                guard ChartArchive.isArchive(bytes) else {
                    throw Failure("file \(path) does not appear to be a gzipped archive")
                }
                return try HelmChart(ChartArchive.files(bytes))
            }
            let described = "\(absolute(path))/Chart.yaml"
            guard FileKind(described) != nil else {
                throw Failure(
                    "unable to detect chart at \(described): open \(described): no such file or directory")
            }
            var folder = try ChartFolder(path, world.environment.files)
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
        let lines = FileKind(ignored) == nil ? [] : try Self.read(ignored, files, limit: 1 << 20)
        rules = try IgnoreRules(lines)
    }

    private mutating func walk(_ folder: String, depth: Int) throws {
        let place = folder.isEmpty ? root : "\(root)/\(folder)"
        let real = Self.absolute(place)
        guard depth < Self.depthLimit, way.insert(real).inserted else {
            throw Failure("\(place): the folders of the chart go around in a circle")
        }
        defer { way.remove(real) }
        for name in Self.names(in: place) {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            // What vanished in the meantime was never there.
            guard let kind = FileKind("\(root)/\(path)") else { continue }
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
        guard bytes <= ChartArchive.chartLimit, found.count < Self.countLimit else {
            throw Failure(
                "the chart \(root) has more than \(ChartArchive.chartLimit) bytes or \(Self.countLimit) files"
            )
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

    /// A path from the root on, without links.
    private static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }
}

/// What is at a path, links followed.
private enum FileKind {
    case file, folder, other

    init?(_ path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: self = .folder
        case S_IFREG: self = .file
        default: self = .other
        }
    }
}

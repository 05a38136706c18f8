import ArgumentParser
import Kubernetes
import YAML

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where input comes from: files, directories, standard input.
struct FileOptions: ParsableArguments {
    /// The most bytes of one input.
    static let sizeLimit = ReadLimits.standard.sourceBytes

    @Option(
        name: [.customShort("f"), .customLong("filename"), .customLong("file")],
        help: "File or directory with the objects, - for standard input; may be repeated.",
        completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("R"), .long], help: "Also read the directories below a directory.")
    var recursive = false

    /// What the flags and the given arguments name, in order.
    func sources(_ arguments: [String] = [], in world: World) throws -> [Source] {
        var sources: [Source] = []
        try forEachSource(arguments, in: world) { sources.append($0) }
        return sources
    }

    /// Reads one input after the other, so that memory grows with the largest and not with their number.
    func forEachSource(
        _ arguments: [String] = [], in world: World, _ body: (Source) throws -> Void
    ) throws {
        for path in try paths(arguments) { try body(try Self.read(path, in: world)) }
    }

    /// The files that the flags and the given arguments name, and those in the directories among them.
    func paths(
        _ arguments: [String] = [], isRecursive: Bool = false, keeping filter: FileFilter = .everything
    ) throws -> [String] {
        try (files.flatMap(Self.split) + arguments).flatMap { path in
            guard filter.keeps(path, isNamed: true) else { return [String]() }
            return try Self.expand(path, recursive: recursive || isRecursive, filter)
        }
    }

    /// A comma separates names, unless a file bears the whole name.
    private static func split(_ text: String) -> [String] {
        if !text.contains(",") || access(text, F_OK) == 0 { return [text] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    static func read(_ path: String, in world: World) throws -> Source {
        if path == "-" { return Source(name: "-", text: try world.readInput()) }
        do {
            return Source(name: path, text: try world.environment.files.read(path, limit: sizeLimit))
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
    }

    /// The path itself, or for a directory the files in it that hold YAML or JSON, sorted.
    private static func expand(_ path: String, recursive: Bool, _ filter: FileFilter) throws -> [String] {
        guard !path.isEmpty else { throw Failure.usage("--filename needs the name of a file") }
        if path.hasPrefix("http://") || path.hasPrefix("https://") {
            throw Failure("open \(path): URLs are not read; download the file and check what is in it first")
        }
        // The directory that was named may be a link; those below it that are links stay out.
        guard path != "-", let names = directoryContents(path + "/.") else { return [path] }
        var found: [String] = []
        for name in names {
            let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if directoryContents(child) != nil {
                // A directory without files is nothing to complain about below the one that was named.
                if recursive, filter.entersDirectory(child) {
                    found += try expand(child, recursive: true, filter)
                }
            } else if [".yaml", ".yml", ".json"].contains(where: name.hasSuffix),
                filter.keeps(child, isNamed: false)
            {
                found.append(child)
            }
        }
        if found.isEmpty && !recursive {
            throw Failure(
                "\(path) is a directory without .yaml, .yml or .json files; -R reads those below it")
        }
        return found
    }

    /// The names in a directory, sorted, without hidden ones; nil when the path is no directory. Links to
    /// directories are not followed, so that a link cannot lead out of the tree or around in it.
    private static func directoryContents(_ path: String) -> [String]? {
        var info = stat()
        guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
        return DiskFiles().names(in: path)?.filter { !$0.hasPrefix(".") }.sorted()
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which files a configuration lets in. Patterns are relative to the folder of the configuration.
struct FileFilter: Sendable {
    static let everything = FileFilter(include: [], exclude: [], folder: "")

    private let include: [Wildcard]
    private let exclude: [Wildcard]
    /// Where patterns begin: an absolute path without the slash at its end.
    private let folder: String

    /// `folder` is relative to the working directory, or absolute.
    init(include: [String], exclude: [String], folder: String) {
        self.include = include.map { Wildcard($0, .path) }
        self.exclude = exclude.map { Wildcard($0, .path) }
        self.folder = include.isEmpty && exclude.isEmpty ? "" : Self.absolute(folder)
    }

    /// Whether to read a file. One that is named is read unless it is excluded; one that was found in a
    /// directory must also be included.
    func keeps(_ path: String, isNamed: Bool) -> Bool {
        if path == "-" || (include.isEmpty && exclude.isEmpty) { return true }
        let name = relative(path)
        if exclude.contains(where: { $0.matches(path: name) }) { return false }
        return isNamed || include.isEmpty || include.contains { $0.matches(path: name) }
    }

    /// Whether there may be files to read below a directory.
    func entersDirectory(_ path: String) -> Bool {
        if exclude.isEmpty { return true }
        let name = relative(path)
        return !exclude.contains { $0.matches(path: name) }
    }

    private func relative(_ path: String) -> String {
        let whole = Self.absolute(path)
        guard whole.hasPrefix(folder + "/") else { return whole }
        return String(whole.dropFirst(folder.count + 1))
    }

    /// The path from the root, without `.` and `..`; links are not followed.
    static func absolute(_ path: String) -> String {
        var names: [Substring] = path.hasPrefix("/") ? [] : workingDirectory.split(separator: "/")
        for name in path.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return names.map { "/" + $0 }.joined()
    }

    static var workingDirectory: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}

/// The few things done with files; tests put a dictionary in the disk's place.
package protocol FileAccess: Sendable {
    /// All bytes of a file, at most `limit` of them: a longer file is refused.
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]

    /// Puts a whole file in place at once, readable by its owner alone; makes the folders above it.
    func replace(_ path: String, with bytes: [UInt8]) throws(FileError)

    /// As `replace`, but for whoever may read what the user writes: a report, no secret.
    func publish(_ path: String, _ bytes: [UInt8]) throws(FileError)

    /// What is at a path, links followed; nil where there is nothing.
    func kind(of path: String) -> FileKind?

    /// The names in a folder, hidden ones too, in the order of their bytes; nil where there is no folder to
    /// read.
    func names(in folder: String) -> [String]?
}

/// What a path leads to.
package enum FileKind: Sendable {
    case file, folder
    /// A device, a pipe, a socket.
    case other
}

extension FileAccess {
    package func publish(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        try replace(path, with: bytes)
    }

    /// Whether there is a file, readable or not.
    package func exists(_ path: String) -> Bool {
        do {
            _ = try read(path, limit: 0)
            return true
        } catch {
            return error != .missing
        }
    }
}

/// Why a file could not be used.
package enum FileError: Error, Sendable, Equatable {
    case missing
    case tooLarge(limit: Int)
    case failed(String)

    package var reason: String {
        switch self {
        case .missing: "no such file or directory"
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .failed(let reason): reason
        }
    }
}

/// Paths as text: what is needed to resolve one against the file that mentions it.
enum Path {
    static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// An absolute path stays; a relative one starts at `directory`.
    static func resolve(_ path: String, in directory: String) -> String {
        if path.utf8.first == UInt8(ascii: "/") || directory == "." { return path }
        return directory.utf8.last == UInt8(ascii: "/") ? directory + path : directory + "/" + path
    }
}

import Kubernetes

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder for other programs to read and write in, which only its owner may open.
final class TemporaryFolder {
    let path: String
    private let files: any FileAccess
    /// What is to be removed, in the order in which it was made.
    private var made: [String] = []

    init(_ name: String, in world: World) throws {
        let base = world.variable("TMPDIR") ?? "/tmp"
        var template = Array("\(base)/\(name)-XXXXXX".utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard isMade else {
            throw Failure("cannot make a folder in \(base): \(String(cString: strerror(errno)).lowercased())")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        files = world.environment.files
    }

    /// Makes a folder in it.
    func folder(_ name: String) throws -> String {
        let folder = "\(path)/\(name)"
        guard mkdir(folder, 0o700) == 0 else { throw Failure("cannot make the folder \(folder)") }
        made.append(folder)
        return folder
    }

    func write(_ text: String, to file: String) throws {
        do {
            try files.replace(file, with: Array(text.utf8))
        } catch {
            throw Failure("cannot write \(file): \(error.reason)")
        }
        if !made.contains(file) { made.append(file) }
    }

    /// Leaves a file where it is.
    func keep(_ file: String) { made.removeAll { $0 == file } }

    /// Removes what was made here; what is kept keeps its folder.
    func remove() {
        for item in made.reversed() { removeItem(item) }
        rmdir(path)
    }
}

/// A file, or a folder that is empty.
private func removeItem(_ path: String) { if unlink(path) != 0 { rmdir(path) } }

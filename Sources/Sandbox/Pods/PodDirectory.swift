#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the sandbox keeps what belongs to pods that run: their logs, and which processes are theirs.
struct PodDirectory: Sendable {
    /// Absolute; holds a directory for each pod, by its identifier.
    let path: String

    /// The sandbox's own way to itself.
    var kubeconfig: String { "\(path)/../kubeconfig" }

    func make(_ uid: String) throws(SandboxError) -> String {
        for made in [path, "\(path)/\(uid)"] where mkdir(made, 0o700) != 0 && errno != EEXIST {
            throw .file(path: made, reason: String(cString: strerror(errno)))
        }
        return "\(path)/\(uid)"
    }

    func log(_ uid: String, _ container: String, run: Int64) -> String {
        "\(path)/\(uid)/\(container).\(run).log"
    }

    func removeLog(_ uid: String, _ container: String, run: Int64) {
        for end in ["", ".1"] { unlink(log(uid, container, run: run) + end) }
    }

    /// Remembers a process, so that a sandbox that starts after a crash knows it.
    func remember(_ pid: Int32, _ uid: String, _ container: String) {
        guard let start = Self.start(of: pid) else { return }
        try? PrivateFile.write("\(pid) \(start)\n", to: "\(path)/\(uid)/\(container).pid")
    }

    func forget(_ uid: String, _ container: String) { unlink("\(path)/\(uid)/\(container).pid") }

    func remove(_ uid: String) { Self.remove("\(path)/\(uid)") }

    func removeAll() { Self.remove(path) }

    /// Ends what a sandbox that was killed has left running.
    func endOrphans() {
        for pod in Self.names(in: path) {
            for name in Self.names(in: "\(path)/\(pod)") where name.hasSuffix(".pid") {
                let file = "\(path)/\(pod)/\(name)"
                let text = (try? PrivateFile.read(file, limit: 256)).map {
                    String(decoding: $0, as: UTF8.self)
                }
                let words = (text ?? "").split { $0 == " " || $0 == "\n" }
                // A process with the same number that started at another time is somebody else's.
                if words.count == 2, let pid = Int32(words[0]), pid > 1,
                    Self.start(of: pid) == String(words[1])
                {
                    kill(-pid, SIGKILL)
                }
                unlink(file)
            }
        }
    }

    /// When a process started, in the kernel's count; nil when there is none.
    private static func start(of pid: Int32) -> String? {
        guard let bytes = try? PrivateFile.read("/proc/\(pid)/stat", limit: 4 << 10) else { return nil }
        // The name of the program, in parentheses, may have spaces and parentheses itself.
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ")
        guard let fields, fields.count > 19 else { return nil }
        return String(fields[19])
    }

    private static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Follows no link out of the directory.
    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            unlink(path)
            return
        }
        for name in names(in: path) { remove("\(path)/\(name)") }
        rmdir(path)
    }
}

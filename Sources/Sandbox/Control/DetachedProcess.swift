#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process in a session of its own, which outlives this one. It reads nothing and prints into a log file.
final class DetachedProcess {
    let pid: Int32
    private let log: String

    /// `POSIX_SPAWN_SETSID`, which the C library declares for GNU programs only.
    private static let newSession: Int16 = 0x80

    init(_ executable: String, _ arguments: [String], log: String) throws {
        self.log = log
        unlink(log)
        Self.closeOthersOnExec()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.newSession)

        let words = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, executable, &actions, &attributes, words, environ)
        guard code == 0 else {
            throw SandboxError.notStarted(reason: "\(executable): \(String(cString: strerror(code)))")
        }
        self.pid = pid
    }

    /// Whatever else is open here (pipes of a shell, sockets) would otherwise stay open as long as the
    /// sandbox runs.
    private static func closeOthersOnExec() {
        guard let directory = opendir("/proc/self/fd") else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let descriptor = Int32(name), descriptor > 2 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        }
    }

    /// Also takes the process's exit status, so that no zombie stays.
    var hasEnded: Bool {
        var status: Int32 = 0
        return waitpid(pid, &status, WNOHANG) != 0
    }

    func end() {
        kill(pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
    }

    /// The last line that it printed.
    var lastWords: String {
        let text =
            (try? PrivateFile.read(log, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").last.map(String.init) ?? "it ended without a word"
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a sandbox keeps its data; readable by its owner only.
package struct SandboxDirectory: Sendable, Hashable {
    /// Absolute, without a final slash.
    package let path: String

    /// A relative path counts from the working directory.
    package init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        if !path.hasPrefix("/"), let here = getcwd(nil, 0) {
            path = String(cString: here) + "/" + path
            free(here)
        }
        self.path = path
    }

    /// `$XDG_DATA_HOME/istioctl/sandbox`, or `~/.local/share/istioctl/sandbox`; nil when the environment
    /// names neither.
    package static func standard(environment: [String: String]) -> SandboxDirectory? {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
            return SandboxDirectory(data + "/istioctl/sandbox")
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return SandboxDirectory(home + "/.local/share/istioctl/sandbox")
    }

    package var kubeconfig: String { path + "/kubeconfig" }
    package var database: String { path + "/sandbox.db" }
    /// What a detached sandbox prints.
    package var log: String { path + "/sandbox.log" }
    var state: String { path + "/state.json" }
    var pid: String { path + "/sandbox.pid" }
    var token: String { path + "/token" }
    var caCertificate: String { path + "/ca.pem" }
    var caKey: String { path + "/ca-key.pem" }
    var serverCertificate: String { path + "/server.pem" }
    var serverKey: String { path + "/server-key.pem" }
    /// Signs the tokens of ServiceAccounts.
    var accountsKey: String { path + "/accounts-key.pem" }
    /// What belongs to pods that run.
    var pods: PodDirectory { PodDirectory(path: path + "/pods") }
    private var lock: String { path + "/sandbox.lock" }

    /// Everything a sandbox writes. Nothing else in the directory is ever removed.
    var files: [String] {
        [
            kubeconfig, database, database + "-wal", database + "-shm", log, state, pid, token, caCertificate,
            caKey, serverCertificate, serverKey, accountsKey, lock,
        ]
    }

    package var exists: Bool { access(path, F_OK) == 0 }
    package var hasData: Bool { access(database, F_OK) == 0 }

    /// Makes the directory and those above it; only the last is closed to others.
    func make() throws {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, made == path ? 0o700 : 0o755) != 0, errno != EEXIST, access(made, F_OK) != 0 {
                throw SandboxError.file(path: made, reason: String(cString: strerror(errno)))
            }
        }
        guard chmod(path, 0o700) == 0 else {
            throw SandboxError.file(path: path, reason: String(cString: strerror(errno)))
        }
    }
}

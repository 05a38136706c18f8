import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The lock of a data directory. The kernel lets go of it when its process ends, however that happens, so it
/// tells a running sandbox from a stale pid file.
package final class DirectoryLock: Sendable {
    private let descriptor: Mutex<Int32?>

    private static func path(_ directory: String) -> String { directory + "/sandbox.lock" }

    package init(directory: String) throws(StoreError) {
        let path = Self.path(directory)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        guard Self.seize(descriptor) else {
            Self.shut(descriptor)
            throw .locked(path: path)
        }
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    package func release() {
        descriptor.withLock { descriptor in
            if let descriptor { Self.shut(descriptor) }
            descriptor = nil
        }
    }

    /// Makes a file that is its owner's alone; SQLite's journal takes over the permissions of its database.
    static func makePrivate(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        shut(descriptor)
    }

    /// Whether some process holds the directory now.
    package static func isHeld(directory: String) -> Bool {
        let descriptor = open(path(directory), O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { shut(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    /// Tries a few times, since someone may just be asking whether the lock is held.
    private static func seize(_ descriptor: Int32) -> Bool {
        for _ in 0..<10 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(20_000)
        }
        return false
    }

    private static func shut(_ descriptor: Int32) { _ = close(descriptor) }
}

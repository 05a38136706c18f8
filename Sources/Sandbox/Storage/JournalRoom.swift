#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Room for SQLite's journal, written before it is needed: to sync a file that does not grow takes half the
/// time. SQLite takes the zeros behind its last frame for what they are, nothing.
enum JournalRoom {
    /// Pages after which SQLite moves the journal's content into the database.
    static let pages = 2_000
    /// The frames of that many pages, and of a large transaction behind them.
    static let bytes = 10 << 20

    /// Lengthens a journal that nobody writes to now. Without the space, things go on as they are.
    static func reserve(_ path: String) {
        let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = lseek(descriptor, 0, SEEK_END)
        guard length >= 0, length < bytes else { return }
        let zeros = [UInt8](repeating: 0, count: 64 << 10)
        var end = length
        while end < bytes {
            let count = write(descriptor, zeros, min(zeros.count, bytes - Int(end)))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                // A full disk: what is left of it is for objects.
                _ = ftruncate(descriptor, length)
                return
            }
            end += off_t(count)
        }
    }

    /// Makes the names of new files in a directory as durable as their content.
    static func syncNames(_ directory: String) {
        let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}

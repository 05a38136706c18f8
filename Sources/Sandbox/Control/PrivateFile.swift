#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files with keys and tokens: readable by their owner only, written beside and renamed.
enum PrivateFile {
    static func write(_ bytes: [UInt8], to path: String) throws(SandboxError) {
        let beside = path + ".new"
        unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(beside) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(beside) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0, rename(beside, path) == 0 else { throw failure(path) }
    }

    static func write(_ text: String, to path: String) throws(SandboxError) {
        try write(Array(text.utf8), to: path)
    }

    /// The content; a file larger than `limit` bytes is refused.
    static func read(_ path: String, limit: Int) throws(SandboxError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .file(path: path, reason: "larger than \(limit) bytes") }
        }
    }

    private static func failure(_ path: String) -> SandboxError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}

// The names that the functions above hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, bytes, count)
}

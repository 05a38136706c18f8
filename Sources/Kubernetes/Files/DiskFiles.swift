#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files of this machine. Relative paths start at the working directory.
package struct DiskFiles: FileAccess {
    package init() {}

    package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw lastError() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            #if canImport(Darwin)
                let count = Darwin.read(descriptor, &buffer, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, &buffer, buffer.count)
            #else
                let count = Glibc.read(descriptor, &buffer, buffer.count)
            #endif
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw lastError()
            }
            guard bytes.count + count <= limit else { throw .tooLarge(limit: limit) }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    package func kind(of path: String) -> FileKind? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        return switch info.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    package func names(in folder: String) -> [String]? {
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        try replace(path, with: bytes, mode: 0o600)
    }

    package func publish(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        try replace(path, with: bytes, mode: 0o666)
    }

    /// The umask takes its part of the mode.
    private func replace(_ path: String, with bytes: [UInt8], mode: mode_t) throws(FileError) {
        // Through a link the file it leads to is replaced, as an editor would.
        let target = resolvedLink(path) ?? path
        try makeDirectories(Path.directory(of: target))
        let temporary = "\(target).\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw lastError() }
        do throws(FileError) {
            try writeAll(bytes, to: descriptor)
            close(descriptor)
            guard rename(temporary, target) == 0 else { throw lastError() }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw closing(descriptor) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw closing(descriptor) }
    }

    private func closing(_ descriptor: Int32) -> FileError {
        let error = lastError()
        close(descriptor)
        return error
    }

    private func makeDirectories(_ path: String) throws(FileError) {
        if path == "." || path == "/" || access(path, F_OK) == 0 { return }
        try makeDirectories(Path.directory(of: path))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw lastError() }
    }

    private func resolvedLink(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func lastError() -> FileError {
        let code = errno
        return code == ENOENT ? .missing : .failed(String(cString: strerror(code)).lowercased())
    }
}

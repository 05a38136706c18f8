#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a kept log as a client wants it, at the client's pace.
actor LogReader {
    private let options: LogOptions
    /// Tells when there is more; nil for a log that is complete.
    private let log: ContainerLog?
    private let path: String
    private var files: [Int32]
    private var turns: Int
    private var rest: [UInt8] = []
    private var skipping: Int
    private var budget: Int
    private var atLineStart = true
    private var wakes: AsyncStream<Void>.Iterator?

    private static let chunk = 64 << 10

    init(path: String, _ log: ContainerLog?, _ options: LogOptions) throws(SandboxError) {
        self.path = path
        self.log = log
        self.options = options
        budget = options.limitBytes ?? .max
        turns = log?.turns ?? 0
        let paths: [String] = [path + ".1", path]
        files = paths.map { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }.filter { $0 >= 0 }
        guard !files.isEmpty else {
            throw .file(path: path, reason: String(cString: strerror(errno)))
        }
        skipping = 0
        if options.follows { wakes = log?.changes().makeAsyncIterator() }
        guard let tail = options.tailLines else { return }
        let count = files.reduce(0) { $0 + Self.lines(of: $1) }
        skipping = max(0, count - tail)
    }

    deinit { for file in files { close(file) } }

    /// The next piece; nil at the end.
    func next() async -> [UInt8]? {
        while budget > 0, !Task.isCancelled {
            if let piece = read() {
                guard !piece.isEmpty else { continue }
                let part = Array(piece.prefix(budget))
                budget -= part.count
                return part
            }
            guard options.follows, let log else { return nil }
            let wasClosed = log.isClosed
            if log.turns > turns { turn(log) } else if wasClosed { return nil } else { await wait() }
        }
        return nil
    }

    private func wait() async {
        var iterator = wakes
        _ = await iterator?.next(isolation: self)
        wakes = iterator
    }

    /// The file that is written now; what was written between two looks and put aside is lost to a reader
    /// that is slower than that.
    private func turn(_ log: ContainerLog) {
        turns = log.turns
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if file >= 0 { files.append(file) }
        if files.count > 1 { close(files.removeFirst()) }
    }

    /// The lines of the next chunk, as they are wanted; nil when no more is there now.
    private func read() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: Self.chunk)
        while let file = files.first {
            let count = systemRead(file, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            if count > 0 { return shown(bytes[..<count]) }
            // The last file is the one that grows.
            guard files.count > 1 else { return nil }
            close(files.removeFirst())
        }
        return nil
    }

    private func shown(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        rest += bytes
        var result: [UInt8] = []
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
            show(rest[start..<end], &result)
            start = end + 1
        }
        rest.removeSubrange(..<start)
        return result
    }

    private func show(_ entry: ArraySlice<UInt8>, _ result: inout [UInt8]) {
        let parts = entry.split(separator: UInt8(ascii: " "), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return }
        let isWhole = parts[2].first == UInt8(ascii: "F")
        if skipping > 0 {
            if isWhole { skipping -= 1 }
            return
        }
        if let since = options.since {
            let time = String(decoding: parts[0].prefix(19), as: UTF8.self) + "Z"
            if let seconds = Timestamp.seconds(time), seconds < since { return }
        }
        if options.hasTimestamps, atLineStart { result += parts[0] + [UInt8(ascii: " ")] }
        result += parts[3]
        if isWhole { result.append(UInt8(ascii: "\n")) }
        atLineStart = isWhole
    }

    /// Lines with an end, and the part of one at the end of the file.
    private static func lines(of file: Int32) -> Int {
        var bytes = [UInt8](repeating: 0, count: chunk)
        var offset: off_t = 0
        var count = 0
        while true {
            let got = pread(file, &bytes, bytes.count, offset)
            guard got > 0 else { return count }
            offset += off_t(got)
            count += bytes[..<got].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        }
    }
}

// The name that the functions above hide.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, bytes, count)
}

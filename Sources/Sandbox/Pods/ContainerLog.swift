import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What one run of a container has printed, kept in a file with a time and a stream before each line, as
/// Kubernetes' runtimes keep it: `2018-04-01T10:00:00.000000000Z stdout F text`.
///
/// A file that has become too long is put aside once, so that a container can print for ever.
final class ContainerLog: Sendable {
    enum Stream: String, Sendable {
        case output = "stdout"
        case error = "stderr"
    }

    private struct State {
        var file: Int32
        var size = 0
        /// How often a file was put aside.
        var turns = 0
        var isClosed = false
        /// Lines that have no end yet.
        var pending: [Stream: [UInt8]] = [:]
    }

    /// The most bytes of a file; there are two.
    private static let longestFile = 8 << 20
    /// Longer lines are kept in parts.
    private static let longestLine = 16 << 10

    let path: String
    private let state: Mutex<State>
    private let limit: Int
    private let signal = ChangeSignal()

    init(path: String, limit: Int = longestFile) throws(SandboxError) {
        self.path = path
        self.limit = limit
        unlink(path)
        unlink(path + ".1")
        state = Mutex(State(file: try Self.opened(path)))
    }

    private static func opened(_ path: String) throws(SandboxError) -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        return file
    }

    func append(_ bytes: [UInt8], to stream: Stream) {
        state.withLock { state in
            guard !state.isClosed else { return }
            var line = state.pending[stream] ?? []
            var entries: [UInt8] = []
            let head = Array("\(Self.now()) \(stream.rawValue) ".utf8)
            for byte in bytes {
                if byte == UInt8(ascii: "\n") {
                    entries += head + Array("F ".utf8) + line + [byte]
                    line = []
                } else {
                    line.append(byte)
                    guard line.count >= Self.longestLine else { continue }
                    entries += head + Array("P ".utf8) + line + [UInt8(ascii: "\n")]
                    line = []
                }
            }
            state.pending[stream] = line
            put(entries, &state)
        }
        signal.notify()
    }

    /// Nothing more comes; lines without an end are kept as they are.
    func close() {
        state.withLock { state in
            guard !state.isClosed else { return }
            for (stream, line) in state.pending where !line.isEmpty {
                put(Array("\(Self.now()) \(stream.rawValue) P ".utf8) + line + [UInt8(ascii: "\n")], &state)
            }
            state.isClosed = true
            systemClose(state.file)
        }
        signal.finish()
    }

    private func put(_ entries: [UInt8], _ state: inout State) {
        guard !entries.isEmpty else { return }
        if state.size > 0, state.size + entries.count > limit {
            rename(path, path + ".1")
            systemClose(state.file)
            // Without a file what comes is lost, which must not stop the container.
            state.file = (try? Self.opened(path)) ?? -1
            state.size = 0
            state.turns += 1
        }
        var rest = entries[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(state.file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
        state.size += entries.count
    }

    // MARK: For readers

    /// Ends when the log is closed.
    func changes() -> AsyncStream<Void> { signal.listen() }

    var turns: Int { state.withLock(\.turns) }
    var isClosed: Bool { state.withLock(\.isClosed) }

    /// With nanoseconds.
    private static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let digits = String(time.tv_nsec)
        let fraction = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        return Timestamp.text(Int64(time.tv_sec)).dropLast() + ".\(fraction)Z"
    }
}

// The names that the functions above hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}
private func systemClose(_ file: Int32) { _ = close(file) }

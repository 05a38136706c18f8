import CProcess
import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process of this machine that stands for one of a container: in a session of its own, with an
/// environment of its own and nothing of ours open.
final class LocalProcess: ContainerProcess, Sendable {
    struct Failure: Error, Equatable {
        let text: String
    }

    let pid: Int32
    private let output: OutputPipes
    private let input: InputPipe?
    private let end = ProcessEnd()
    private let terminal: Int32?

    /// `words` begins with a path, or a name that is looked for on the `PATH` of the environment.
    init(_ command: ContainerCommand, environment: [String: String], directory: String) throws(Failure) {
        let path = try Self.executable(command.words.first ?? "", environment["PATH"] ?? "", directory)
        let streams = try ChildStreams(command)
        defer { streams.closeChildSide() }
        let words = command.words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var pid: pid_t = 0
        let code = process_spawn(
            &pid, path, words, variables, directory, streams.child, streams.terminalPath)
        guard code == 0 else {
            streams.closeOwnSide()
            throw Failure(text: "\(path): \(String(cString: strerror(code)))")
        }
        self.pid = pid
        terminal = streams.terminal
        output = OutputPipes(streams.output)
        input = streams.input.map(InputPipe.init)
        Self.wait(for: pid, end)
    }

    private static func wait(for pid: Int32, _ end: ProcessEnd) {
        // A thread of its own waits, so that no other one has to look.
        DispatchQueue(label: "sandbox.process.\(pid)").async {
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            // What it has started and left behind goes too, and so lets go of its pipes.
            kill(-pid, SIGKILL)
            let signal = status & 0x7f
            end.tell(signal == 0 ? status >> 8 & 0xff : 128 + signal)
        }
    }

    private static func executable(_ name: String, _ path: String, _ directory: String) throws(Failure)
        -> String
    {
        if name.utf8.contains(UInt8(ascii: "/")) {
            let full = name.hasPrefix("/") ? name : "\(directory)/\(name)"
            guard access(full, X_OK) == 0 else {
                throw Failure(text: "\(name): \(String(cString: strerror(errno)))")
            }
            return full
        }
        let found = path.split(separator: ":").map { part in String(part) + "/" + name }
            .first { access($0, X_OK) == 0 }
        guard let found else { throw Failure(text: "exec: \"\(name)\": executable file not found in $PATH") }
        return found
    }

    // MARK: ContainerProcess

    func nextOutput() async -> ContainerOutput? { await output.next() }

    func write(_ bytes: [UInt8]) async -> Bool { await input?.write(bytes) ?? false }

    func closeInput() async {
        if terminal != nil {
            // The end of input on a terminal is a letter.
            _ = await input?.write([4])
        } else {
            await input?.close()
        }
    }

    func resize(columns: Int, rows: Int) {
        guard let terminal else { return }
        var size = winsize()
        size.ws_col = UInt16(clamping: columns)
        size.ws_row = UInt16(clamping: rows)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }

    func exitStatus() async -> Int32 { await end.status() }

    func leave() { signal(SIGKILL) }

    // MARK: Ending

    var hasEnded: Bool { end.isKnown }

    /// Reaches the process and all that it has started.
    func signal(_ number: Int32) {
        guard !hasEnded else { return }
        kill(-pid, number)
    }

    /// Asks it to end, and ends it when `grace` has passed.
    func stop(grace: Duration) async {
        signal(SIGTERM)
        let force = Task {
            try await Task.sleep(for: grace)
            signal(SIGKILL)
        }
        _ = await exitStatus()
        force.cancel()
    }
}

/// The exit status of a process, once it is known.
final class ProcessEnd: Sendable {
    private struct State {
        var status: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    var isKnown: Bool { state.withLock { $0.status != nil } }

    func tell(_ status: Int32) {
        let waiting = state.withLock { state in
            state.status = status
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: status) }
    }

    func status() async -> Int32 {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state in
                if state.status == nil { state.waiting.append(continuation) }
                return state.status
            }
            if let known { continuation.resume(returning: known) }
        }
    }
}

import Synchronization

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs what containers are asked to run as processes of this machine; every pod is at 127.0.0.1.
struct LocalRuntime: PodRuntime {
    struct Failure: Error {}

    func log(of container: ContainerReference, _ options: LogOptions) async throws -> AsyncStream<[UInt8]> {
        throw Failure()
    }

    func start(_ command: ContainerCommand, in container: ContainerReference) async throws
        -> any ContainerProcess
    {
        guard let process = LocalProcess(command.words) else {
            throw APIFailure(500, "InternalError", "no program \(command.words[0]) in the container")
        }
        return process
    }

    func attach(to container: ContainerReference) async throws -> any ContainerProcess {
        guard let process = LocalProcess(["/bin/sh", "-c", "read line; echo heard $line"]) else {
            throw Failure()
        }
        return process
    }

    func addresses(of pod: ObjectKey) async throws -> [String] { ["127.128.99.99", "127.0.0.1"] }
}

/// A process whose pipes are asked again and again, which is good enough for tests.
private final class LocalProcess: ContainerProcess {
    private struct Ends {
        var input: Int32
        var output: Int32
        var errors: Int32
        var status: Int32?
    }

    private let pid: pid_t
    private let ends: Mutex<Ends>

    init?(_ words: [String]) {
        var pipes = [[Int32]](repeating: [0, 0], count: 3)
        for index in pipes.indices { guard pipe(&pipes[index]) == 0 else { return nil } }
        for fd in pipes.joined() { _ = fcntl(fd, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0)
        posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1)
        posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let result = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
        for fd in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(fd) }
        let mine = [pipes[0][1], pipes[1][0], pipes[2][0]]
        guard result == 0 else {
            for fd in mine { close(fd) }
            return nil
        }
        for fd in mine { _ = fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) }
        pid = child
        ends = Mutex(Ends(input: mine[0], output: mine[1], errors: mine[2]))
    }

    deinit {
        ends.withLock { ends in
            for fd in [ends.input, ends.output, ends.errors] where fd >= 0 { close(fd) }
        }
    }

    func nextOutput() async -> ContainerOutput? {
        while true {
            let (output, isOpen) = ends.withLock { ends -> (ContainerOutput?, Bool) in
                if let bytes = Self.read(&ends.output) { return (.standardOutput(bytes), true) }
                if let bytes = Self.read(&ends.errors) { return (.standardError(bytes), true) }
                return (nil, ends.output >= 0 || ends.errors >= 0)
            }
            if let output { return output }
            guard isOpen else { return nil }
            try? await Task.sleep(for: .milliseconds(1))
        }
    }

    /// nil when there is nothing now; the end is closed when nothing more comes.
    private static func read(_ fd: inout Int32) -> [UInt8]? {
        guard fd >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 32 << 10)
        let count = Glibc.read(fd, &bytes, bytes.count)
        if count > 0 { return Array(bytes.prefix(count)) }
        if count == 0 || errno != EAGAIN {
            close(fd)
            fd = -1
        }
        return nil
    }

    func write(_ bytes: [UInt8]) async -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = ends.withLock { ends in
                rest.withUnsafeBytes { Glibc.write(ends.input, $0.baseAddress, $0.count) }
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EAGAIN {
                return false
            } else {
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        return true
    }

    func closeInput() async {
        ends.withLock { ends in
            if ends.input >= 0 { close(ends.input) }
            ends.input = -1
        }
    }

    func resize(columns: Int, rows: Int) {}

    func exitStatus() async -> Int32 {
        while true {
            let ended = ends.withLock { ends -> Int32? in
                if ends.status == nil {
                    var status: Int32 = 0
                    guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
                    ends.status = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
                }
                return ends.status
            }
            if let ended { return ended }
            try? await Task.sleep(for: .milliseconds(1))
        }
    }

    func leave() { kill(pid, SIGKILL) }
}

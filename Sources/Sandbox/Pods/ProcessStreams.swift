import CProcess
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The two sides of the streams of a child process: pipes, or a terminal.
struct ChildStreams {
    private(set) var child: [Int32] = []
    private(set) var terminalPath: String?
    /// Our side of what it prints, with what it prints there.
    private(set) var output: [(file: Int32, isError: Bool)] = []
    private(set) var input: Int32?
    private(set) var terminal: Int32?

    init(_ command: ContainerCommand) throws(LocalProcess.Failure) {
        if command.hasTerminal {
            try openTerminal(hasInput: command.hasInput)
            return
        }
        do {
            if command.hasInput {
                let (read, write) = try Self.pipe()
                child.append(read)
                input = write
            } else {
                child.append(open("/dev/null", O_RDONLY | O_CLOEXEC))
            }
            for isError in [false, true] {
                let (read, write) = try Self.pipe()
                child.append(write)
                output.append((read, isError))
            }
        } catch {
            closeChildSide()
            closeOwnSide()
            throw error
        }
    }

    private mutating func openTerminal(hasInput: Bool) throws(LocalProcess.Failure) {
        var path = [CChar](repeating: 0, count: 128)
        let master = process_terminal(&path, path.count)
        guard master >= 0 else { throw .init(text: "no terminal: \(String(cString: strerror(errno)))") }
        terminalPath = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
        terminal = master
        output = [(master, false)]
        // A descriptor of its own, so that both sides close what is theirs.
        if hasInput { input = fcntl(master, F_DUPFD_CLOEXEC, 3) }
    }

    private static func pipe() throws(LocalProcess.Failure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard process_pipe(&ends) == 0 else {
            throw .init(text: "no pipe: \(String(cString: strerror(errno)))")
        }
        return (ends[0], ends[1])
    }

    func closeChildSide() { for file in child where file >= 0 { close(file) } }

    func closeOwnSide() {
        for (file, _) in output { close(file) }
        if let input { close(input) }
    }
}

/// What a process prints, read when somebody wants it: until then it waits in the pipe, and the process with
/// it.
final class OutputPipes: @unchecked Sendable {
    /// Only the queue touches it.
    private var files: [(file: Int32, isError: Bool)]
    private let queue = DispatchQueue(label: "sandbox.output")
    private static let chunk = 32 << 10

    init(_ files: [(file: Int32, isError: Bool)]) { self.files = files }

    deinit { for (file, _) in files { close(file) } }

    /// nil when all are at their end.
    func next() async -> ContainerOutput? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.read()) }
        }
    }

    private func read() -> ContainerOutput? {
        var bytes = [UInt8](repeating: 0, count: Self.chunk)
        while !files.isEmpty {
            var polls = files.map { pollfd(fd: $0.file, events: Int16(POLLIN), revents: 0) }
            guard poll(&polls, nfds_t(polls.count), -1) > 0 else { continue }
            for index in polls.indices where polls[index].revents != 0 {
                let (file, isError) = files[index]
                let count = systemRead(file, &bytes, bytes.count)
                if count > 0 {
                    let piece = Array(bytes[..<count])
                    return isError ? .standardError(piece) : .standardOutput(piece)
                }
                if count < 0, errno == EINTR || errno == EAGAIN { break }
                // A terminal whose other side is closed ends with an error.
                close(file)
                files.remove(at: index)
                break
            }
        }
        return nil
    }
}

/// What a process reads; a write waits until it has room for it.
final class InputPipe: @unchecked Sendable {
    /// Only the queue touches it; nil when closed.
    private var file: Int32?
    private let queue = DispatchQueue(label: "sandbox.input")

    init(_ file: Int32) { self.file = file }

    deinit { if let file { Self.close(file) } }

    func write(_ bytes: [UInt8]) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.put(bytes)) }
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                if let file = self.file { Self.close(file) }
                self.file = nil
                continuation.resume()
            }
        }
    }

    private func put(_ bytes: [UInt8]) -> Bool {
        guard let file else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func close(_ file: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(file)
        #else
            _ = Darwin.close(file)
        #endif
    }
}

// The names that the functions above hide.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, bytes, count)
}
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}

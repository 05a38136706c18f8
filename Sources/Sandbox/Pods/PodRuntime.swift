/// What runs the containers of pods. The API server asks it for all that is no object: logs, commands in
/// containers, connections to ports.
protocol PodRuntime: Sendable {
    /// What a container has printed, as it was kept, in pieces of any size; goes on while the container
    /// prints when that is asked for.
    func log(of container: ContainerReference, _ options: LogOptions) async throws -> AsyncStream<[UInt8]>

    /// Starts a command beside a container's own process, with the same environment.
    func start(_ command: ContainerCommand, in container: ContainerReference) async throws
        -> any ContainerProcess

    /// The container's own process, from now on.
    func attach(to container: ContainerReference) async throws -> any ContainerProcess

    /// Where a pod's ports are, best first, such as `127.128.0.3` and `127.0.0.1`. Fails for a pod that does
    /// not run.
    func addresses(of pod: ObjectKey) async throws -> [String]
}

/// A container of a pod that exists.
struct ContainerReference: Hashable, Sendable {
    let pod: ObjectKey
    let name: String
}

/// What is to run in a container.
struct ContainerCommand: Sendable {
    let words: [String]
    /// Whether someone may write to it.
    let hasInput: Bool
    /// Whether it has a terminal, where what it prints and its errors are one stream.
    let hasTerminal: Bool
}

/// A process in a container, as one client sees it. Every call may be made from any task; output has one
/// reader and input one writer.
protocol ContainerProcess: Sendable {
    /// The next piece of what it prints; nil when nothing more comes. What is not read waits, and the process
    /// with it.
    func nextOutput() async -> ContainerOutput?

    /// Returns when the process, or a buffer of bounded size, has taken the bytes; false when it takes no
    /// more.
    func write(_ bytes: [UInt8]) async -> Bool

    func closeInput() async

    /// The size of its terminal in characters; nothing without one.
    func resize(columns: Int, rows: Int)

    /// The status with which it ended: the code, or 128 and the number of the signal. 0 for a process that
    /// the client was only attached to.
    func exitStatus() async -> Int32

    /// Its client has gone: a command ends, a container's own process runs on.
    func leave()
}

enum ContainerOutput: Sendable {
    case standardOutput([UInt8])
    case standardError([UInt8])
}

/// Which part of a log is wanted (core/v1 PodLogOptions).
struct LogOptions: Sendable {
    /// Goes on until the container ends.
    var follows = false
    /// Of the container that ran before the last restart.
    var isPrevious = false
    /// Only what was printed then or later, in seconds since 1970.
    var since: Int64?
    /// The last lines only.
    var tailLines: Int?
    /// Where the answer ends, in the middle of a line if need be.
    var limitBytes: Int?
    /// Whether each line begins with the time at which it was printed.
    var hasTimestamps = false
}

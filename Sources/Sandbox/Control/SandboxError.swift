/// Why a sandbox could not be started, stopped or asked.
package enum SandboxError: Error, CustomStringConvertible, Equatable {
    case alreadyRunning(pid: Int32?)
    case notStarted(reason: String)
    case notStopped(pid: Int32)
    /// `reset` of a running sandbox, not forced.
    case running(pid: Int32?)
    case notLoopback(address: String)
    case file(path: String, reason: String)

    package var description: String {
        switch self {
        case .alreadyRunning(let pid): "a sandbox runs already\(Self.process(pid))"
        case .notStarted(let reason): "the sandbox did not start: \(reason)"
        case .notStopped(let pid): "the sandbox (process \(pid)) did not stop"
        case .running(let pid): "the sandbox is running\(Self.process(pid)); stop it first"
        case .notLoopback(let address):
            "\(address) is not a loopback address; whoever reaches it and has the token can change the sandbox"
        case .file(let path, let reason): "\(path): \(reason)"
        }
    }

    private static func process(_ pid: Int32?) -> String { pid.map { " (process \($0))" } ?? "" }
}

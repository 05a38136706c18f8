import Diagnostics

/// How a run ends, for the shell. Depends on what happened, never on the output format.
enum ExitCode: Int32, Sendable {
    case done = 0
    case failed = 1
    /// `diff` could not compare; 1 means that there is a difference.
    case trouble = 2
    /// Wrong flags or arguments (`EX_USAGE`).
    case usage = 64
    /// The input is not acceptable (`EX_DATAERR`).
    case badInput = 65
    /// The cluster cannot be reached (`EX_UNAVAILABLE`).
    case unavailable = 69
    /// Analysis found what the run should fail for. (Istio's own number.)
    case findings = 79
}

/// Ends a run early. Thrown anywhere, printed in exactly one place: `Program`.
struct Failure: Error, Sendable, Equatable {
    var code: ExitCode
    /// What to print after `Error: `; nil when all has been said.
    var message: String?

    init(_ message: String, code: ExitCode = .failed) {
        self.code = code
        self.message = message
    }

    /// An end about which all has been said.
    init(reported code: ExitCode) {
        self.code = code
        message = nil
    }

    static func usage(_ message: String) -> Failure { Failure(message, code: .usage) }
    static func unavailable(_ message: String) -> Failure { Failure(message, code: .unavailable) }

    /// Something failed and has been reported already.
    static let reported = Failure(reported: .failed)
    /// The findings about the input have been printed already.
    static let invalidInput = Failure(reported: .badInput)
}

/// Runs other programs: credential plugins and kubectl. Never through a shell.
package protocol ProcessRunner: Sendable {
    /// Throws `ProcessError`, or `CancellationError` when the task was cancelled.
    func run(_ command: ProcessCommand) async throws -> ProcessOutcome

    /// The standard output as it comes; ends by throwing `ProcessError.ended` when the program failed.
    func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error>
}

package struct ProcessCommand: Sendable {
    /// A name to be found on the PATH of `environment`, or a path.
    package var program: String
    package var arguments: [String]
    /// The whole environment of the program: nothing is inherited.
    package var environment: [String: String]
    package var input: [UInt8] = []
    /// Standard input and the terminal are the user's, for a program that asks questions.
    package var isInteractive = false
    /// All three streams are ours, for a program that works with the user on the terminal: an editor.
    package var ownsTerminal = false
    /// Standard error goes where ours goes instead of into the outcome.
    package var passesErrors = false
    /// The most bytes of each output.
    package var outputLimit = 64 << 20
    package var timeout: Duration?

    package init(_ program: String, _ arguments: [String], environment: [String: String]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }
}

package struct ProcessOutcome: Sendable, Equatable {
    /// The exit status; nil when a signal ended the program.
    package var exitStatus: Int?
    package var output: [UInt8]
    package var errors: [UInt8]

    package init(exitStatus: Int?, output: [UInt8], errors: [UInt8] = []) {
        self.exitStatus = exitStatus
        self.output = output
        self.errors = errors
    }
}

package enum ProcessError: Error, Sendable, Equatable {
    case notFound
    case timedOut
    case tooMuchOutput
    case failed(String)
    case ended(ProcessOutcome)
}

import Subprocess

/// Real child processes. When one takes too long, or the task is cancelled, it and its children are ended.
package struct SystemProcesses: ProcessRunner {
    package init() {}

    package func run(_ command: ProcessCommand) async throws -> ProcessOutcome {
        try await translating {
            try await Deadline.run(command.timeout, orThrow: ProcessError.timedOut) {
                try await start(command)
            }
        }
    }

    package func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    try await translating { try await follow(command) { continuation.yield($0) } }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func follow(_ command: ProcessCommand, _ give: @Sendable ([UInt8]) -> Void) async throws {
        let result = try await Subprocess.run(
            Self.configuration(command), input: .none, output: .sequence, error: .bytes(limit: 1 << 20)
        ) { execution in
            for try await chunk in execution.standardOutput {
                give(chunk.withUnsafeBytes { Array($0) })
            }
        }
        let status = Self.status(result.terminationStatus)
        guard status == 0 else {
            throw ProcessError.ended(
                ProcessOutcome(exitStatus: status, output: [], errors: result.standardError))
        }
    }

    private func translating<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            switch error.code {
            case .executableNotFound: throw ProcessError.notFound
            case .outputLimitExceeded: throw ProcessError.tooMuchOutput
            default: throw ProcessError.failed(error.description)
            }
        }
    }

    private func start(_ command: ProcessCommand) async throws -> ProcessOutcome {
        if command.ownsTerminal {
            let result = try await Subprocess.run(
                Self.configuration(command), input: .currentStandardInput, output: .currentStandardOutput,
                error: .currentStandardError)
            return ProcessOutcome(exitStatus: Self.status(result.terminationStatus), output: [])
        }
        if command.isInteractive {
            return try await start(command, input: .currentStandardInput)
        }
        return try await start(command, input: .array(command.input))
    }

    private func start(_ command: ProcessCommand, input: some InputProtocol) async throws -> ProcessOutcome {
        let configuration = Self.configuration(command)
        if command.passesErrors {
            let result = try await Subprocess.run(
                configuration, input: input, output: .bytes(limit: command.outputLimit),
                error: .currentStandardError)
            return ProcessOutcome(
                exitStatus: Self.status(result.terminationStatus), output: result.standardOutput)
        }
        let result = try await Subprocess.run(
            configuration, input: input, output: .bytes(limit: command.outputLimit),
            error: .bytes(limit: command.outputLimit))
        return ProcessOutcome(
            exitStatus: Self.status(result.terminationStatus), output: result.standardOutput,
            errors: result.standardError)
    }

    private static func configuration(_ command: ProcessCommand) -> Subprocess.Configuration {
        let isPath = command.program.utf8.contains(UInt8(ascii: "/"))
        var options = PlatformOptions()
        // A group of its own lets the end reach grandchildren; a program that asks needs the terminal's
        // group.
        let sharesTerminal = command.isInteractive || command.ownsTerminal
        if !sharesTerminal { options.processGroupID = 0 }
        options.teardownSequence = [
            .gracefulShutDown(
                toProcessGroup: !sharesTerminal, allowedDurationToNextStep: .milliseconds(500))
        ]
        let environment = command.environment.map { Array("\($0.key)=\($0.value)".utf8) + [0] }
        return Subprocess.Configuration(
            executable: isPath ? .path(.init(stringLiteral: command.program)) : .name(command.program),
            arguments: Arguments(command.arguments), environment: .custom(environment),
            platformOptions: options)
    }

    private static func status(_ status: TerminationStatus) -> Int? {
        if case .exited(let code) = status { Int(code) } else { nil }
    }
}

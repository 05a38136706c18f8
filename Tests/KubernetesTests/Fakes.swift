import Synchronization

@testable import Kubernetes

/// Programs that answer what a test says, and remember how they were called.
final class FakeProcesses: ProcessRunner {
    private let answers: Mutex<[ProcessOutcome]>
    private let seen = Mutex<[ProcessCommand]>([])

    init(_ answers: [ProcessOutcome]) { self.answers = Mutex(answers) }

    var commands: [ProcessCommand] { seen.withLock { $0 } }

    func run(_ command: ProcessCommand) async throws -> ProcessOutcome {
        seen.withLock { $0.append(command) }
        return try answers.withLock { answers in
            if answers.isEmpty { throw ProcessError.notFound }
            return answers.count == 1 ? answers[0] : answers.removeFirst()
        }
    }

    func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { $0.finish(throwing: ProcessError.notFound) }
    }
}

/// A machine without programs.
struct NoProcesses: ProcessRunner {
    func run(_ command: ProcessCommand) async throws -> ProcessOutcome { throw ProcessError.notFound }
    func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { $0.finish(throwing: ProcessError.notFound) }
    }
}

/// Answers from a list, one after another, the last one again and again; remembers the requests.
final class ScriptedTransport: HTTPTransport {
    typealias Step = @Sendable () throws -> HTTPResponse

    private let steps: Mutex<[Step]>
    private let seen = Mutex<[HTTPRequest]>([])

    init(_ steps: Step...) { self.steps = Mutex(steps) }

    var requests: [HTTPRequest] { seen.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        seen.withLock { $0.append(request) }
        let step = steps.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        return try step()
    }
}

@testable import Sandbox

/// Runs what containers are asked to run as processes of this machine; every pod is at 127.0.0.1.
struct LocalRuntime: PodRuntime {
    struct Failure: Error {}

    func log(of container: ContainerReference, _ options: LogOptions) async throws -> AsyncStream<[UInt8]> {
        throw Failure()
    }

    func start(_ command: ContainerCommand, in container: ContainerReference) async throws
        -> any ContainerProcess
    {
        do {
            return try Self.process(command.words, hasInput: true)
        } catch is LocalProcess.Failure {
            throw APIFailure(500, "InternalError", "no program \(command.words[0]) in the container")
        }
    }

    func attach(to container: ContainerReference) async throws -> any ContainerProcess {
        try Self.process(["/bin/sh", "-c", "read line; echo heard $line"], hasInput: true)
    }

    private static func process(_ words: [String], hasInput: Bool) throws -> LocalProcess {
        try LocalProcess(
            ContainerCommand(words: words, hasInput: hasInput, hasTerminal: false),
            environment: LocalEnvironment.variables(["PATH", "HOME"]), directory: "/")
    }

    func addresses(of pod: ObjectKey) async throws -> [String] { ["127.128.99.99", "127.0.0.1"] }
}

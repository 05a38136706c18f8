import Kubernetes
import Synchronization
import TestSupport

@testable import Commands

/// A world of values: what a command wrote is kept, files are in memory, the cluster is the one that is
/// given.
final class TestWorld: Sendable {
    private let written = Mutex((output: "", errors: ""))
    let files: MemoryFiles
    private let variables: [String: String]
    private let cluster: (any Cluster)?
    /// Other clusters, by the contexts that lead to them.
    private let contexts: [String: any Cluster]
    /// What runs in the place of other programs.
    private let processes: any ProcessRunner
    /// What a person types at the terminal; nil when there is none.
    private let answer: String?

    init(
        files: [String: String] = [:], variables: [String: String] = ["HOME": "/home/ann"],
        cluster: (any Cluster)? = nil, contexts: [String: any Cluster] = [:],
        processes: any ProcessRunner = NoProcesses(), answer: String? = nil
    ) {
        self.processes = processes
        self.answer = answer
        self.files = MemoryFiles(files)
        self.variables = variables
        self.cluster = cluster
        self.contexts = contexts
    }

    var output: String { written.withLock { $0.output } }
    var errors: String { written.withLock { $0.errors } }

    func run(_ words: String...) async -> ExitCode { await run(words) }
    func run(_ words: [String]) async -> ExitCode { await Program.run(words, in: world) }

    var world: World {
        var environment = Environment(
            variables: variables, homeDirectory: variables["HOME"], files: files, processes: processes)
        environment.isInteractive = answer != nil
        return World(
            output: TextSink { text in self.written.withLock { $0.output += text } },
            errors: TextSink { text in self.written.withLock { $0.errors += text } },
            readInput: { [] }, environment: environment, now: { 1_522_540_800 },
            readLine: { [answer] in answer },
            makeCluster: { [cluster, contexts] configuration, _, _ in
                guard let cluster = configuration.contextName.flatMap({ contexts[$0] }) ?? cluster else {
                    throw Failure.unavailable("no cluster in this test")
                }
                return cluster
            })
    }
}

/// A machine without any program.
struct NoProcesses: ProcessRunner {
    func run(_ command: ProcessCommand) async throws -> ProcessOutcome { throw ProcessError.notFound }
    func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { $0.finish(throwing: ProcessError.notFound) }
    }
}

/// A program that is a function: an editor, or one that compares.
struct ScriptedProgram: ProcessRunner {
    let body: @Sendable (ProcessCommand) throws -> ProcessOutcome

    func run(_ command: ProcessCommand) async throws -> ProcessOutcome { try body(command) }
    func stream(_ command: ProcessCommand) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { $0.finish(throwing: ProcessError.notFound) }
    }
}

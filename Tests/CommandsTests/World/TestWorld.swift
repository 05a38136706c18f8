import Kubernetes
import Synchronization

@testable import Commands

/// A world of values: what a command wrote is kept, files are in memory, the cluster is the one that is
/// given.
final class TestWorld: Sendable {
    private let written = Mutex((output: "", errors: ""))
    let files: MemoryFiles
    private let variables: [String: String]
    private let cluster: (any Cluster)?

    init(
        files: [String: String] = [:], variables: [String: String] = ["HOME": "/home/ann"],
        cluster: (any Cluster)? = nil
    ) {
        self.files = MemoryFiles(files)
        self.variables = variables
        self.cluster = cluster
    }

    var output: String { written.withLock { $0.output } }
    var errors: String { written.withLock { $0.errors } }

    func run(_ words: String...) async -> ExitCode { await run(words) }
    func run(_ words: [String]) async -> ExitCode { await Program.run(words, in: world) }

    var world: World {
        let environment = Environment(variables: variables, homeDirectory: variables["HOME"], files: files)
        return World(
            output: TextSink { text in self.written.withLock { $0.output += text } },
            errors: TextSink { text in self.written.withLock { $0.errors += text } },
            readInput: { [] }, environment: environment, now: { 1_522_540_800 },
            makeCluster: { [cluster] _, _, _ in
                guard let cluster else { throw Failure.unavailable("no cluster in this test") }
                return cluster
            })
    }
}

/// Files in memory.
final class MemoryFiles: FileAccess {
    private let content: Mutex<[String: [UInt8]]>

    init(_ texts: [String: String]) { content = Mutex(texts.mapValues { Array($0.utf8) }) }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard let bytes = content.withLock({ $0[path] }) else { throw .missing }
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return bytes
    }

    func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        content.withLock { $0[path] = bytes }
    }

    func text(_ path: String) -> String? {
        content.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) }
    }
}

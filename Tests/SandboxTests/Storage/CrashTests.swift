import FoundationEssentials
import Testing
import YAML

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `kill -9` in the middle of concurrent writes: whatever was acknowledged before is there afterwards, whole,
/// and whoever watched goes on without a gap. (`make soak` does the same 200 times, over HTTP.)
@Suite(.serialized) struct CrashTests {
    private static let variable = "SANDBOX_CRASH_DIRECTORY"
    private static let scope = StateQuery.Scope(group: "g", plural: "things", namespace: nil)

    @Test(arguments: 0..<20) func nothingAcknowledgedIsLost(run: Int) async throws {
        try await TemporaryDirectory.with { directory in
            setenv(Self.variable, directory, 1)
            await #expect(processExitsWith: .signal(SIGKILL)) { try await CrashTests.writeUntilKilled() }
            let acknowledged = try Self.lines(directory + "/acknowledged")
            let seen = try Self.lines(directory + "/seen")
            let store = try SandboxStore(directory: directory)
            defer { store.close() }
            let history = try Self.changes(after: 100, in: store)
            let lost = Set(acknowledged).subtracting(history)
            #expect(lost.isEmpty, "of \(acknowledged.count): \(lost)")
            #expect(Array(history.prefix(seen.count)) == seen, "a watch saw what is not, or not all")
            let last = seen.last.flatMap { Int64($0.prefix { $0 != " " }) } ?? 100
            #expect(seen + (try Self.changes(after: last, in: store)) == history)
            try Self.checkHalves(store)
            let next = try await store.write { try Self.pair("after", 0, in: &$0) }
            #expect(next.first?.hasPrefix("\(101 + history.count) ") == true, "\(next)")
        }
    }

    // MARK: After the crash

    /// All changes as the child notes them.
    private static func changes(after revision: Int64, in store: SandboxStore) throws -> [String] {
        var found: [String] = []
        var from = revision
        while true {
            let (changes, upTo) = try store.changes(scope, after: from)
            found += changes.map { note($0.object, $0.effect) }
            guard upTo > from else { return found }
            from = upTo
        }
    }

    /// Transactions are whole: both halves of each pair say the same.
    private static func checkHalves(_ store: SandboxStore) throws {
        var numbers: [String: [String: Int]] = [:]
        for object in try store.page(scope).objects {
            let words = object.key.name.split(separator: ".").map(String.init)
            numbers[words[0], default: [:]][words[1]] = Int(try JSONReader.node(object.body)["n"]?.int ?? -1)
        }
        for (name, halves) in numbers {
            #expect(halves["left"] != nil && halves["left"] == halves["right"], "\(name): \(halves)")
        }
    }

    /// Whole lines only: the last may have been cut by the kill.
    private static func lines(_ path: String) throws -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let text = String(decoding: data, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    // MARK: In the child

    /// Eight writers, each noting what was acknowledged, a watch noting what it saw, and one who ends it all.
    private static func writeUntilKilled() async throws {
        guard let directory = ProcessInfo.processInfo.environment[variable] else { return }
        let store = try SandboxStore(directory: directory)
        let log = try Log(directory + "/acknowledged")
        let seen = try Log(directory + "/seen")
        Task.detached {
            try await Task.sleep(for: .milliseconds(Int.random(in: 5...150)))
            kill(getpid(), SIGKILL)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { try await write("w\(writer)", to: store, log) }
            }
            group.addTask { try await watch(store, seen) }
            try await group.waitForAll()
        }
    }

    /// Makes a pair of objects, changes it, now and then deletes it, and again.
    private static func write(_ writer: String, to store: SandboxStore, _ log: Log) async throws {
        for number in 0... {
            let name = "\(writer)-\(number / 7)"
            let lines = try await store.write { transaction in
                number % 21 == 20
                    ? try delete(name, in: &transaction) : try pair(name, number, in: &transaction)
            }
            log.append(lines)
        }
    }

    private static func watch(_ store: SandboxStore, _ log: Log) async throws {
        var revision: Int64 = 100
        for await _ in store.changes.listen() {
            let (changes, upTo) = try store.changes(scope, after: revision)
            revision = upTo
            log.append(changes.map { note($0.object, $0.effect) })
        }
    }

    private static func halves(_ name: String) -> [ObjectKey] {
        ["left", "right"].map {
            ObjectKey(group: "g", plural: "things", namespace: "default", name: "\(name).\($0)")
        }
    }

    private static func pair(_ name: String, _ number: Int, in transaction: inout StoreTransaction) throws
        -> [String]
    {
        let body = StoredObject.body(of: ["metadata": ["name": Node(name)], "n": Node(number)])
        return try halves(name).map { key in
            try transaction.current(key) == nil
                ? note(try transaction.create(key, uid: key.name, body: body), .added)
                : note(try transaction.replace(key, expecting: .init(), body: body), .modified)
        }
    }

    private static func delete(_ name: String, in transaction: inout StoreTransaction) throws -> [String] {
        try halves(name).map { note(try transaction.delete($0, expecting: .init()), .deleted) }
    }

    private static func note(_ object: StoredObject, _ effect: StoredChange.Effect) -> String {
        "\(object.revision) \(effect) \(object.key.name)"
    }
}

/// A file of lines, each write of which is whole or not there.
private struct Log {
    private let file: Int32

    init(_ path: String) throws {
        file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        try #require(file >= 0)
    }

    func append(_ lines: [String]) {
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        _ = write(file, bytes, bytes.count)
    }
}

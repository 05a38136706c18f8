import FoundationEssentials
import Testing
import YAML

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `kill -9` in the middle of concurrent writes: whatever was acknowledged before is there afterwards.
@Suite(.serialized) struct CrashTests {
    private static let variable = "SANDBOX_CRASH_DIRECTORY"

    @Test(arguments: 0..<30) func nothingAcknowledgedIsLost(run: Int) async throws {
        try await TemporaryDirectory.with { directory in
            setenv(Self.variable, directory, 1)
            await #expect(processExitsWith: .signal(SIGKILL)) { try await CrashTests.writeUntilKilled() }
            let acknowledged = try Self.lines(directory + "/acknowledged")
            let store = try SandboxStore(directory: directory)
            let scope = StateQuery.Scope(group: "g", plural: "things", namespace: nil)
            let stored = Dictionary(
                uniqueKeysWithValues: try store.page(scope).objects.map { ($0.key.name, $0.revision) })
            for line in acknowledged {
                let words = line.split(separator: " ")
                #expect(words.count == 2 && stored[String(words[0])] == Int64(words[1]), "lost: \(line)")
            }
            #expect(try store.revision() >= stored.values.max() ?? 0)
            store.close()
        }
    }

    /// Runs in the child: eight writers, each noting what was acknowledged, and one who ends it all.
    private static func writeUntilKilled() async throws {
        guard let directory = ProcessInfo.processInfo.environment[variable] else { return }
        let store = try SandboxStore(directory: directory)
        let log = open(directory + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        Task.detached {
            try await Task.sleep(for: .milliseconds(Int.random(in: 5...120)))
            kill(getpid(), SIGKILL)
        }
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0... { await write("w\(writer)-\(number)", to: store, log) }
                }
            }
        }
    }

    private static func write(_ name: String, to store: SandboxStore, _ log: Int32) async {
        let key = ObjectKey(group: "g", plural: "things", namespace: "default", name: name)
        let body = StoredObject.body(of: ["metadata": ["name": Node(name)]])
        guard let made = try? await store.write({ try $0.create(key, uid: name, body: body) }) else { return }
        let line = Array("\(name) \(made.revision)\n".utf8)
        note(line, log)
    }

    private static func note(_ line: [UInt8], _ log: Int32) { append(log, line, line.count) }

    /// Whole lines only: the last may have been cut by the kill.
    private static func lines(_ path: String) throws -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let text = String(decoding: data, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}

/// The C function, whose name a method above has too.
private func append(_ file: Int32, _ bytes: [UInt8], _ count: Int) { _ = write(file, bytes, count) }

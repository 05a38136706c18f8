import FoundationEssentials
import Testing
import YAML

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a disk may do to a sandbox: run full, turn read-only, lose what was written.
@Suite(.serialized) struct DiskTroubleTests {
    private static let variable = "SANDBOX_DISK_DIRECTORY"

    // MARK: Full

    /// A limit on the size of files does to SQLite what a full disk does, and can be lifted.
    @Test func aFullDiskIsToldAndLosesNothing() async throws {
        try await TemporaryDirectory.with { directory in
            setenv(Self.variable, directory, 1)
            await #expect(processExitsWith: .success) { try await DiskTroubleTests.fill() }
            let store = try SandboxStore(directory: directory)
            defer { store.close() }
            let made = try String(contentsOfFile: directory + "/made", encoding: .utf8)
            let scope = StateQuery.Scope(group: "config.istio.io", plural: "routerules", namespace: "default")
            #expect(try "\(store.page(scope).objects.count)" == made)
        }
    }

    /// In a process of its own, since limits are of the whole process.
    private static func fill() async throws {
        let directory = try #require(ProcessInfo.processInfo.environment[variable])
        signal(SIGXFSZ, SIG_IGN)
        try limitFiles(to: 1 << 20)
        let store = try SandboxStore(directory: directory)
        let api = try await Asking(.none, store)
        var (made, refused) = (0, 0)
        for number in 0..<200 where refused < 10 {
            var rule = Asking.rule("n\(number)")
            rule.set(
                path: ["metadata", "annotations"], ["long": Node(String(repeating: "x", count: 20_000))])
            let (status, body) = try await api.ask("POST", Asking.rules, rule)
            if status == 201 {
                made += 1
            } else {
                refused += 1
                #expect(status == 507 && body["reason"] == "InsufficientStorage", "\(body)")
                #expect(body["message"]?.string?.contains("nothing was written") == true)
            }
        }
        #expect(made > 5 && refused == 10)
        #expect(try await api.ask("GET", Asking.rules).body["items"]?.list?.count == made)
        try limitFiles(to: 1 << 30)
        try await api.make("again")
        store.close()
        try "\(made + 1)".write(toFile: directory + "/made", atomically: true, encoding: .utf8)
    }

    private static func limitFiles(to bytes: rlim_t) throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        limit.rlim_cur = bytes
        try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
    }

    @Test func whatSQLiteUndoesByItselfFailsWholeAndOnlyOnce() async throws {
        // SQLite ends a transaction by itself when it cannot be gone on with; the others in it must not be
        // told that they were written.
        let store = try SandboxStore()
        let api = try await Asking(.none, store)
        let before = try store.revision()
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let key = ObjectKey(group: "g", plural: "t", namespace: "d", name: "n\(number)")
                    let made = try? await store.write { transaction in
                        if number == 7 { try transaction.database.execute("ROLLBACK") }
                        return try transaction.create(key, uid: "u", body: Array(#"{"metadata":{}}"#.utf8))
                    }
                    guard made != nil else { return true }
                    return (try? store.get(key)) != nil
                }
            }
            for await isRight in group { #expect(isRight) }
        }
        let scope = StateQuery.Scope(group: "g", plural: "t", namespace: nil)
        let stored = try store.page(scope).objects
        #expect(try store.revision() == before + Int64(stored.count))
        #expect(try store.changes(scope, after: before).changes.count == stored.count)
        try await api.make("again")
    }

    // MARK: Damaged

    @Test func aFileThatIsNoDatabaseIsLeftAsItIs() async throws {
        try await TemporaryDirectory.with { directory in
            let path = directory + "/sandbox.db"
            let text = String(repeating: "no database ", count: 1_000)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            do {
                _ = try SandboxStore(directory: directory)
                Issue.record("it was opened")
            } catch let error as StoreError {
                #expect("\(error)".hasPrefix("\(path): file is not a database; nothing in it was changed"))
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func aDamagedPageIsToldAndTheFileKept() async throws {
        try await TemporaryDirectory.with { directory in
            let path = directory + "/sandbox.db"
            let store = try SandboxStore(directory: directory)
            let api = try await Asking(.none, store)
            for number in 0..<100 { try await api.make("n\(number)") }
            store.close()
            let size = try Self.damage(path)
            let again = try SandboxStore(directory: directory)
            defer { again.close() }
            let scope = StateQuery.Scope(group: "config.istio.io", plural: "routerules", namespace: nil)
            let error = try #require(throws: SQLiteError.self) { try again.page(scope) }
            let told = APIFailure.internalError(error)
            #expect(error.isCorrupt && told.code == 500 && told.message.contains("is damaged"), "\(told)")
            #expect(try Data(contentsOf: URL(filePath: path)).count == size)
        }
    }

    /// Spoils all pages but the first few, which hold the tables' beginnings; the size of the file.
    private static func damage(_ path: String) throws -> Int {
        var bytes = try Data(contentsOf: URL(filePath: path))
        let page = 4_096
        let database = try SQLite(path: path)
        let roots = try database.rows(
            "SELECT rootpage FROM sqlite_schema WHERE name LIKE '%counter%'", []
        ) { Int($0.int(0)) }
        for number in 2...(bytes.count / page) where !roots.contains(number) {
            bytes.replaceSubrange(
                ((number - 1) * page)..<(number * page), with: Data(repeating: 0xff, count: page))
        }
        try bytes.write(to: URL(filePath: path))
        return bytes.count
    }

    // MARK: Read-only

    @Test func aDirectoryThatCannotBeWrittenToIsToldAtTheStart() throws {
        let path = "/proc/sandbox-of-nobody"
        #expect(throws: SandboxError.self) { try SandboxDirectory(path).make() }
        do {
            _ = try SandboxStore(directory: "/proc/self")
            Issue.record("it was opened")
        } catch let error as StoreError {
            #expect("\(error)".hasPrefix("/proc/self/sandbox.lock: "))
        }
    }

    @Test func aReadOnlyFileRefusesWritesAndAnswersReads() async throws {
        let store = try SandboxStore()
        let api = try await Asking(.none, store)
        try await api.make("a")
        _ = try? await store.write { try $0.database.execute("PRAGMA query_only = ON") }
        let (status, body) = try await api.ask("POST", Asking.rules, Asking.rule("b"))
        #expect(status == 500 && body["message"]?.string?.contains("cannot write to its directory") == true)
        #expect(try await api.ask("GET", Asking.rules + "/a").status == 200)
    }
}

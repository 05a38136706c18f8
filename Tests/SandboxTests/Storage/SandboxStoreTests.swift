import Testing
import YAML

@testable import Sandbox

@Suite struct SandboxStoreTests {
    private static let body = StoredObject.body(of: ["metadata": ["name": "a"], "spec": ["n": 1]])

    private static func key(_ name: String) -> ObjectKey {
        ObjectKey(group: "config.istio.io", plural: "routerules", namespace: "default", name: name)
    }

    private static let scope = StateQuery.Scope(
        group: "config.istio.io", plural: "routerules", namespace: nil)

    private static func create(_ name: String, in store: SandboxStore) async throws -> StoredObject {
        try await store.write { try $0.create(key(name), uid: "u-\(name)", body: body) }
    }

    @Test func everyWriteTakesTheNextRevision() async throws {
        let store = try SandboxStore()
        let first = try await Self.create("a", in: store)
        let second = try await Self.create("b", in: store)
        #expect(first.revision == 101 && second.revision == 102)
        #expect(try store.revision() == 102)
    }

    @Test func aRefusedWriteLeavesTheOthersOfItsTransaction() async throws {
        let store = try SandboxStore()
        _ = try await Self.create("a", in: store)
        await withTaskGroup(of: Void.self) { group in
            for name in ["a", "b", "a", "c"] {
                group.addTask { _ = try? await Self.create(name, in: store) }
            }
        }
        #expect(try store.page(Self.scope).objects.map(\.key.name) == ["a", "b", "c"])
        #expect(try store.revision() == 103)
    }

    @Test func aChangeOfAnOlderStateIsAConflict() async throws {
        let store = try SandboxStore()
        let made = try await Self.create("a", in: store)
        let changed = StoredObject.body(of: ["metadata": ["name": "a"], "spec": ["n": 2]])
        _ = try await store.write { transaction in
            try transaction.replace(
                Self.key("a"), expecting: .init(revision: made.revision), body: changed)
        }
        await #expect(throws: StoreError.conflict) {
            try await store.write { transaction in
                try transaction.replace(
                    Self.key("a"), expecting: .init(revision: made.revision), body: changed)
            }
        }
    }

    @Test func restartKeepsObjectsAndRevisions() async throws {
        try await TemporaryDirectory.with { directory in
            let store = try SandboxStore(directory: directory)
            _ = try await Self.create("a", in: store)
            _ = try await store.write { try $0.delete(Self.key("a"), expecting: .init()) }
            let last = try await Self.create("b", in: store)
            store.close()
            let again = try SandboxStore(directory: directory)
            #expect(try again.revision() == last.revision)
            #expect(try again.get(Self.key("b"))?.body == Self.body)
            #expect(try again.changes(Self.scope, after: 100).changes.count == 3)
            #expect(try await Self.create("c", in: again).revision == last.revision + 1)
            again.close()
        }
    }

    @Test func aDirectoryHasOneStore() async throws {
        try await TemporaryDirectory.with { directory in
            let store = try SandboxStore(directory: directory)
            #expect(DirectoryLock.isHeld(directory: directory))
            #expect(throws: StoreError.locked(path: directory + "/sandbox.lock")) {
                try SandboxStore(directory: directory)
            }
            store.close()
            #expect(!DirectoryLock.isHeld(directory: directory))
        }
    }

    @Test func aNewerDatabaseIsRefused() async throws {
        try await TemporaryDirectory.with { directory in
            try SQLite(path: directory + "/sandbox.db").execute("PRAGMA user_version = 99")
            #expect(throws: StoreError.newerDatabase(version: 99, known: StoreSchema.steps.count)) {
                try SandboxStore(directory: directory)
            }
        }
    }

    @Test func historyIsBounded() async throws {
        var limits = SandboxStore.Limits()
        limits.history = 20
        limits.slack = 5
        let store = try SandboxStore(limits: limits)
        for number in 0..<60 {
            _ = try await Self.create("n\(number)", in: store)
            _ = try await store.write { try $0.delete(Self.key("n\(number)"), expecting: .init()) }
        }
        let now = try store.revision()
        #expect(throws: StoreError.self) { try store.changes(Self.scope, after: 101) }
        #expect(try store.changes(Self.scope, after: now - 20).changes.count == 20)
    }

    @Test func concurrentWritersAllSucceed() async throws {
        try await TemporaryDirectory.with { directory in
            let store = try SandboxStore(directory: directory)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<1_000 {
                    group.addTask { _ = try await Self.create("n\(number)", in: store) }
                }
                try await group.waitForAll()
            }
            #expect(try store.page(Self.scope).objects.count == 1_000)
            store.close()
        }
    }

    @Test func oneWriterAloneIsServedOnItsOwnThreadAndOthersAreLetIn() async throws {
        // One by one first, so that commits are made where they are asked for, then many at once, and again.
        let store = try SandboxStore()
        for round in 0..<3 {
            for number in 0..<40 { _ = try await Self.create("one-\(round)-\(number)", in: store) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask { _ = try await Self.create("many-\(round)-\(number)", in: store) }
                }
                try await group.waitForAll()
            }
        }
        #expect(try store.page(Self.scope).objects.count == 720)
        #expect(try store.revision() == 820)
        store.close()
        await #expect(throws: StoreError.closed) { try await Self.create("late", in: store) }
    }

    @Test func pagesStayAtTheirRevisionWhileOthersWrite() async throws {
        let store = try SandboxStore()
        for name in ["a", "c", "e"] { _ = try await Self.create(name, in: store) }
        let first = try store.page(Self.scope, limit: 2)
        #expect(first.objects.map(\.key.name) == ["a", "c"] && first.hasMore)
        _ = try await Self.create("d", in: store)
        _ = try await store.write { try $0.delete(Self.key("e"), expecting: .init()) }
        let second = try store.page(Self.scope, at: first.revision, after: ("default", "c"), limit: 2)
        #expect(second.objects.map(\.key.name) == ["e"] && !second.hasMore)
        #expect(try store.page(Self.scope).objects.map(\.key.name) == ["a", "c", "d"])
    }
}

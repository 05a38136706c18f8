import Testing
import YAML

@testable import Sandbox

/// What watches read from memory is what the database would tell them.
@Suite struct RecentChangesTests {
    private static let scopes = [
        StateQuery.Scope(group: "g", plural: "things", namespace: nil),
        StateQuery.Scope(group: "g", plural: "things", namespace: "n1"),
        StateQuery.Scope(group: "g", plural: "others", namespace: nil),
    ]

    private static func texts(_ changes: [StoredChange]) -> [String] {
        changes.map {
            "\($0.object.revision) \($0.effect) \($0.object.key) \($0.object.body) \($0.previousBody ?? [])"
        }
    }

    private static func key(_ number: Int) -> ObjectKey {
        ObjectKey(
            group: "g", plural: number % 3 == 0 ? "others" : "things", namespace: "n\(number % 2)",
            name: "o\(number % 7)")
    }

    /// Creates, changes and deletes in turns.
    private static func write(_ count: Int, to store: SandboxStore, size: Int = 0) async throws {
        for number in 0..<count {
            let text = String(repeating: "x", count: size) + String(number)
            let body = StoredObject.body(of: ["metadata": ["name": "o"], "n": Node(text)])
            _ = try await store.write { transaction in
                guard try transaction.current(key(number)) != nil else {
                    return try transaction.create(key(number), uid: "u", body: body)
                }
                return number % 5 == 0
                    ? try transaction.delete(key(number), expecting: .init())
                    : try transaction.replace(key(number), expecting: .init(), body: body)
            }
        }
    }

    /// All that one asks for, answer by answer.
    private static func all(_ scope: StateQuery.Scope, after revision: Int64, in store: SandboxStore) throws
        -> [StoredChange]
    {
        var found: [StoredChange] = []
        var from = revision
        while true {
            let (changes, upTo) = try store.changes(scope, after: from)
            found += changes
            guard upTo > from else { return found }
            from = upTo
        }
    }

    @Test func memoryAndDatabaseTellTheSame() async throws {
        var limits = SandboxStore.Limits()
        limits.changes = 7
        limits.recent = 60
        let recent = try SandboxStore(limits: limits)
        limits.recent = 0
        let database = try SandboxStore(limits: limits)
        try await Self.write(200, to: recent)
        try await Self.write(200, to: database)
        for scope in Self.scopes {
            for revision in stride(from: Int64(100), through: 300, by: 9) {
                let found = Self.texts(try Self.all(scope, after: revision, in: recent))
                #expect(found == Self.texts(try Self.all(scope, after: revision, in: database)))
            }
        }
    }

    @Test func anAnswerIsBoundedInBytes() async throws {
        var limits = SandboxStore.Limits()
        limits.changeBytes = 10_000
        for recent in [0, 2_048] {
            limits.recent = recent
            let store = try SandboxStore(limits: limits)
            try await Self.write(40, to: store, size: 1_000)
            let first = try store.changes(Self.scopes[0], after: 100).changes
            #expect((2...10).contains(first.count), "\(first.count)")
            #expect(try Self.all(Self.scopes[0], after: 100, in: store).count == 26)
        }
    }

    @Test func memoryIsBoundedInBytes() {
        let recent = RecentChanges(revision: 0, count: 100)
        let key = Self.key(1)
        for revision in 1...Int64(20) {
            let object = StoredObject(
                key: key, uid: "u", revision: revision,
                body: [UInt8](repeating: 0, count: RecentChanges.bytes / 4))
            recent.append([StoredChange(effect: .modified, object: object)], upTo: revision)
        }
        func found(after revision: Int64) -> Int? {
            recent.changes(Self.scopes[1], after: revision, limit: 100, bytes: .max)?.changes.count
        }
        #expect(found(after: 10) == nil)
        #expect(found(after: 17) == 3)
    }

    @Test func whoIsUpToDateStaysSo() throws {
        let recent = RecentChanges(revision: 7, count: 10)
        let found = try #require(recent.changes(Self.scopes[0], after: 7, limit: 1, bytes: 1))
        #expect(found.changes.isEmpty && found.upTo == 7)
        #expect(recent.changes(Self.scopes[0], after: 6, limit: 1, bytes: 1) == nil)
    }
}

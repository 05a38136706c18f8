import Synchronization
import Testing

@testable import Sandbox

@Suite struct TypeCacheTests {
    private static func create(_ name: String, plural: String = "things", in store: SandboxStore) async throws
    {
        let key = ObjectKey(group: "g", plural: plural, namespace: "", name: name)
        _ = try await store.write { try $0.create(key, uid: name, body: Array(#"{"metadata":{}}"#.utf8)) }
    }

    @Test func isMadeAnewWhenTheTypeChangesAndNotOtherwise() async throws {
        let store = try SandboxStore()
        let count = Mutex(0)
        let cache = TypeCache(group: "g", plural: "things") { objects in
            count.withLock { $0 += 1 }
            return objects.map(\.key.name)
        }
        #expect(try cache.value(in: store) == [])
        try await Self.create("a", in: store)
        #expect(try cache.value(in: store) == ["a"])
        try await Self.create("b", plural: "others", in: store)
        #expect(try cache.value(in: store) == ["a"])
        #expect(count.withLock { $0 } == 2)
        let key = ObjectKey(group: "g", plural: "things", namespace: "", name: "a")
        _ = try await store.write { try $0.delete(key, expecting: .init()) }
        #expect(try cache.value(in: store) == [])
    }

    @Test func seesWhatWasThereAtTheStart() async throws {
        try await TemporaryDirectory.with { directory in
            let first = try SandboxStore(directory: directory)
            try await Self.create("a", in: first)
            first.close()
            let again = try SandboxStore(directory: directory)
            defer { again.close() }
            let cache = TypeCache(group: "g", plural: "things") { $0.map(\.key.name) }
            #expect(try cache.value(in: again) == ["a"])
        }
    }
}

import Testing
import YAML

@testable import Sandbox

/// Databases that older programs made.
@Suite struct MigrationTests {
    /// The tables of schema 1, as the first program with a sandbox made them.
    private static let first = """
        CREATE TABLE state (
            revision INTEGER PRIMARY KEY,
            grp TEXT NOT NULL, plural TEXT NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL,
            uid TEXT NOT NULL, previous INTEGER NOT NULL, deleted INTEGER NOT NULL, ended INTEGER,
            body BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX current ON state (grp, plural, namespace, name) WHERE ended IS NULL;
        CREATE INDEX history ON state (grp, plural, revision);
        CREATE INDEX ended ON state (ended) WHERE ended IS NOT NULL;
        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
        INSERT INTO counter VALUES ('revision', 104), ('compacted', 0);
        INSERT INTO state VALUES
            (101, 'g', 'things', 'default', 'a', 'u-a', 0, 0, 103, '{"metadata":{"name":"a"},"n":1}'),
            (102, 'g', 'things', 'default', 'b', 'u-b', 0, 0, 104, '{"metadata":{"name":"b"}}'),
            (103, 'g', 'things', 'default', 'a', 'u-a', 101, 0, NULL, '{"metadata":{"name":"a"},"n":2}'),
            (104, 'g', 'things', 'default', 'b', 'u-b', 102, 1, 104, '{"metadata":{"name":"b"}}');
        PRAGMA user_version = 1;
        """

    private static let scope = StateQuery.Scope(group: "g", plural: "things", namespace: nil)

    /// The rows are blobs, as the program writes them.
    private static func make(_ directory: String) throws {
        let text = first.replacing("'{", with: "CAST('{").replacing("}'", with: "}' AS BLOB)")
        try SQLite(path: directory + "/sandbox.db").execute(text)
    }

    @Test func theFirstSchemaIsLedToTodays() async throws {
        try await TemporaryDirectory.with { directory in
            try Self.make(directory)
            let store = try SandboxStore(directory: directory)
            let page = try store.page(Self.scope)
            #expect(page.revision == 104 && page.objects.map(\.key.name) == ["a"])
            #expect(page.objects.first?.revision == 103)
            let changes = try store.changes(Self.scope, after: 100).changes
            #expect(changes.map(\.effect) == [.added, .added, .modified, .deleted])
            #expect(try store.page(Self.scope, at: 102).objects.map(\.key.name) == ["a", "b"])
            let key = ObjectKey(group: "g", plural: "things", namespace: "default", name: "c")
            let made = try await store.write { try $0.create(key, uid: "u-c", body: page.objects[0].body) }
            #expect(made.revision == 105)
            store.close()
            let version = try SQLite(path: directory + "/sandbox.db").number("PRAGMA user_version")
            #expect(version == Int64(StoreSchema.steps.count))
        }
    }

    @Test func everyStepLeadsToTheTablesOfANewDatabase() async throws {
        try await TemporaryDirectory.with { directory in
            try Self.make(directory)
            let old = try SQLite(path: directory + "/sandbox.db")
            try StoreSchema.migrate(old)
            let new = try SQLite(path: ":memory:")
            try StoreSchema.migrate(new)
            let names = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
            #expect(try old.rows(names, []) { $0.text(0) } == new.rows(names, []) { $0.text(0) })
        }
    }
}

/// The writes of one request, made inside a transaction that several requests share.
package struct StoreTransaction {
    let database: SQLite
    /// The last revision given out.
    var revision: Int64
    /// What was written so far, in the order of revisions.
    private(set) var changes: [StoredChange] = []

    init(database: SQLite, revision: Int64) {
        self.database = database
        self.revision = revision
    }

    /// What an object must be for a write to touch it.
    package struct Expectation: Sendable {
        package var revision: Int64?
        package var uid: String?

        package init(revision: Int64? = nil, uid: String? = nil) {
            self.revision = revision
            self.uid = uid
        }
    }

    package func current(_ key: ObjectKey) throws -> StoredObject? {
        try StateQuery.current(key, in: database)
    }

    package func list(_ scope: StateQuery.Scope) throws -> [StoredObject] {
        try StateQuery.all(scope, in: database)
    }

    package func inNamespace(_ namespace: String) throws -> [StoredObject] {
        try StateQuery.inNamespace(namespace, in: database)
    }

    package mutating func create(_ key: ObjectKey, uid: String, body: [UInt8]) throws -> StoredObject {
        guard try current(key) == nil else { throw StoreError.exists }
        return try append(.added, key, uid: uid, previous: nil, body: body)
    }

    package mutating func replace(_ key: ObjectKey, expecting: Expectation, body: [UInt8]) throws
        -> StoredObject
    {
        let old = try expected(key, expecting)
        if old.body == body { return old }
        try end(old)
        return try append(.modified, key, uid: old.uid, previous: old, body: body)
    }

    /// The last state, with the revision of the deletion.
    package mutating func delete(_ key: ObjectKey, expecting: Expectation) throws -> StoredObject {
        let old = try expected(key, expecting)
        try end(old)
        return try append(.deleted, key, uid: old.uid, previous: old, body: old.body)
    }

    private func expected(_ key: ObjectKey, _ expecting: Expectation) throws -> StoredObject {
        guard let old = try current(key) else { throw StoreError.missing }
        guard expecting.revision ?? old.revision == old.revision, expecting.uid ?? old.uid == old.uid else {
            throw StoreError.conflict
        }
        return old
    }

    /// SQLite may have undone the transaction by itself; what is written after that would count at once.
    private func checkGoesOn() throws {
        guard database.isInTransaction else { throw StoreError.undone }
    }

    private func end(_ old: StoredObject) throws {
        try checkGoesOn()
        try database.run(
            "UPDATE state SET ended = ? WHERE revision = ?", .int(revision + 1), .int(old.revision))
        try forget(old)
    }

    private mutating func append(
        _ effect: StoredChange.Effect, _ key: ObjectKey, uid: String, previous: StoredObject?, body: [UInt8]
    ) throws -> StoredObject {
        try checkGoesOn()
        revision += 1
        let isDeletion = effect == .deleted
        try database.run(
            "INSERT INTO state (revision, grp, plural, namespace, name, uid, previous, deleted, ended, body)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            .int(revision), .text(key.group), .text(key.plural), .text(key.namespace), .text(key.name),
            .text(uid), .int(previous?.revision ?? 0), .int(isDeletion ? 1 : 0),
            isDeletion ? .int(revision) : .null, .blob(body))
        let object = StoredObject(key: key, uid: uid, revision: revision, body: body)
        if !isDeletion { try record(object) }
        changes.append(StoredChange(effect: effect, object: object, previousBody: previous?.body))
        return object
    }
}

import YAML

/// Who owns whom: `metadata.ownerReferences`, found by the uid of the owner when it goes.
extension StoreTransaction {
    /// Whether an object may have owners; asked of every write, so the text is searched before it is read.
    private static func mayHaveOwners(_ body: [UInt8]) -> Bool {
        body.contains(#""ownerReferences""#, rare: 6)
    }

    /// The uids of an object's owners.
    static func owners(in body: [UInt8]) -> [String] {
        guard mayHaveOwners(body) else { return [] }
        let references = (try? JSONReader.node(body))?[["metadata", "ownerReferences"]]?.list ?? []
        return references.compactMap { $0["uid"]?.string }
    }

    /// Remembers the owners of a new state.
    func record(_ object: StoredObject) throws {
        for owner in Self.owners(in: object.body) {
            try database.run(
                "INSERT OR IGNORE INTO owned (owner, revision) VALUES (?, ?)", .text(owner),
                .int(object.revision))
        }
    }

    /// Forgets those of a state that has ended.
    func forget(_ object: StoredObject) throws {
        guard Self.mayHaveOwners(object.body) else { return }
        for owner in Self.owners(in: object.body) {
            try database.run(
                "DELETE FROM owned WHERE owner = ? AND revision = ?", .text(owner), .int(object.revision))
        }
    }

    /// The objects that name an owner, in the order of their revisions.
    package func dependents(of uid: String) throws -> [StoredObject] {
        let revisions = try database.rows(
            "SELECT revision FROM owned WHERE owner = ? ORDER BY revision", [.text(uid)]
        ) { row throws(SQLiteError) in row.int(0) }
        return try revisions.compactMap { try StateQuery.state($0, in: database) }
    }
}

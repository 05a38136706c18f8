/// The tables, and the steps that lead an older database to them.
///
/// One table holds every state of every object, valid from `revision` until `ended`: the current states, the
/// history that watches read, and what a paged list needs to stay at one revision. A deletion is a row of
/// its own.
enum StoreSchema {
    /// The steps in order; a database remembers in `user_version` how many it has taken. Never change a step
    /// that was released: add another.
    static let steps = [
        """
        CREATE TABLE state (
            revision INTEGER PRIMARY KEY,
            grp TEXT NOT NULL, plural TEXT NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL,
            uid TEXT NOT NULL,
            previous INTEGER NOT NULL,
            deleted INTEGER NOT NULL,
            ended INTEGER,
            body BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX current ON state (grp, plural, namespace, name) WHERE ended IS NULL;
        CREATE INDEX history ON state (grp, plural, revision);
        CREATE INDEX ended ON state (ended) WHERE ended IS NOT NULL;
        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
        INSERT INTO counter VALUES ('revision', 100), ('compacted', 0);
        """,
        // Every write paid for this index; who lags behind reads all changes since then, of which there are
        // few, and most watches read none from the database.
        "DROP INDEX history;",
        // By the uid of an owner the current states of what it owns.
        """
        CREATE TABLE owned (
            owner TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (owner, revision)
        ) STRICT, WITHOUT ROWID;
        """,
    ]

    static func migrate(_ database: SQLite) throws {
        let version = Int(clamping: try database.number("PRAGMA user_version") ?? 0)
        guard version <= steps.count else {
            throw StoreError.newerDatabase(version: version, known: steps.count)
        }
        for (index, step) in steps.enumerated().dropFirst(version) {
            try database.execute("BEGIN IMMEDIATE; \(step) PRAGMA user_version = \(index + 1); COMMIT")
        }
    }
}

/// Why the store could not do what it was asked.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    /// Another process holds the data directory.
    case locked(path: String)
    case newerDatabase(version: Int, known: Int)
    /// The database is damaged, or no database.
    case corrupt(path: String, reason: String)
    case exists
    case missing
    /// The stored revision, or the uid, is not the expected one.
    case conflict
    /// The history before this revision is gone.
    case compacted(Int64)
    case closed
    /// The transaction that the request was part of was given up because of another request.
    case undone
    case file(path: String, reason: String)

    package var description: String {
        switch self {
        case .locked(let path): "another process uses the sandbox's directory (\(path) is locked)"
        case .newerDatabase(let version, let known):
            "the sandbox's database has schema \(version); this program knows schemas up to \(known):"
                + " use the newer program, or another directory"
        case .corrupt(let path, let reason):
            "\(path): \(reason); nothing in it was changed: move the file away to look into it, or let"
                + " `istioctl sandbox reset` begin anew"
        case .exists: "the object exists already"
        case .missing: "there is no such object"
        case .conflict: "the object was changed meanwhile"
        case .compacted(let revision): "the history before revision \(revision) is gone"
        case .undone: "the database gave up the transaction; nothing of it was written"
        case .closed: "the sandbox's store is closed"
        case .file(let path, let reason): "\(path): \(reason)"
        }
    }
}

import Dispatch
import Synchronization

/// The sandbox's objects in SQLite: durable before a write is acknowledged, one revision counter that only
/// grows, and a bounded history for watches and paged lists.
///
/// Writers that come while another transaction is being synced wait for each other's: they share the next
/// one, and so one sync of the disk.
package final class SandboxStore: Sendable {
    package struct Limits: Sendable {
        /// Revisions that are kept for watches and paged lists.
        package var history: Int64 = 10_000
        /// How far the history may grow beyond that before it is cut.
        package var slack: Int64 = 1_000
        /// The most requests of one transaction.
        package var batch = 512
        /// So many transactions in a row of one request each tell that there is one writer only.
        package var alone = 16
        /// The most changes that are kept in memory for watches.
        package var recent = 2_048
        /// The most changes of one answer, and about the most bytes of them.
        package var changes = 500
        package var changeBytes = 1 << 20

        package init() {}
    }

    private typealias Job = @Sendable (Result<WritableState, any Error>) -> Completion
    /// What is left to do for a request once its transaction is on disk, or is not.
    private typealias Completion = @Sendable ((any Error)?) -> Void

    /// A transaction that jobs pass on to each other; only the writer's queue touches it.
    private final class WritableState: @unchecked Sendable {
        var transaction: StoreTransaction
        /// Why SQLite undid all of it by itself.
        var failure: (any Error)?
        init(_ transaction: StoreTransaction) { self.transaction = transaction }
    }

    private struct Queue {
        var jobs: [Job] = []
        var isDraining = false
        var isClosed = false
        /// Transactions in a row that were of one request, with no other waiting afterwards.
        var alone = 0
    }

    private let limits: Limits
    private let lock: DirectoryLock?
    private let writer: Guarded<SQLite?>
    private let reader: Guarded<SQLite?>
    private let queue = Mutex(Queue())
    private let thread = DispatchQueue(label: "sandbox.store")
    private let recent: RecentChanges
    package let changes = ChangeSignal()

    /// Opens the store of a data directory, which must exist, and locks it against other processes.
    package init(directory: String, limits: Limits = Limits()) throws {
        self.limits = limits
        lock = try DirectoryLock(directory: directory)
        let path = directory + "/sandbox.db"
        try DirectoryLock.makePrivate(path)
        do {
            let database = try Self.opened(path)
            recent = try Self.recent(limits, database)
            writer = Guarded(database)
            reader = Guarded(try SQLite(path: path))
        } catch let error as SQLiteError where error.isCorrupt {
            throw StoreError.corrupt(path: path, reason: error.message)
        }
        JournalRoom.reserve(path + "-wal")
        JournalRoom.syncNames(directory)
    }

    /// A store that lives and dies with the process, for tests and dry runs.
    package init(limits: Limits = Limits()) throws {
        self.limits = limits
        lock = nil
        let database = try SQLite(path: ":memory:")
        try StoreSchema.migrate(database)
        recent = try Self.recent(limits, database)
        writer = Guarded(database)
        reader = writer
    }

    /// Every commit is synced before it is answered: WAL alone would be durable over a crash of the process
    /// only, and `FULL` makes it so over one of the machine. `fullfsync` is what that takes on macOS.
    private static func opened(_ path: String) throws -> SQLite {
        let database = try SQLite(path: path)
        try database.execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;"
                + " PRAGMA checkpoint_fullfsync = ON; PRAGMA wal_autocheckpoint = \(JournalRoom.pages)")
        try StoreSchema.migrate(database)
        return database
    }

    private static func recent(_ limits: Limits, _ database: SQLite) throws -> RecentChanges {
        let now = try database.number("SELECT value FROM counter WHERE name = 'revision'") ?? 0
        return RecentChanges(revision: now, count: min(limits.recent, Int(clamping: limits.history)))
    }

    /// Finishes what is waiting, refuses what comes later, and lets go of the directory.
    package func close() {
        queue.withLock { $0.isClosed = true }
        thread.sync {}
        writer.withLock { $0 = nil }
        reader.withLock { $0 = nil }
        lock?.release()
        changes.finish()
    }
}

// MARK: Reading

extension SandboxStore {
    /// A page of a list and the revision it shows.
    package struct Page: Sendable {
        package var objects: [StoredObject]
        package var revision: Int64
        package var hasMore: Bool
    }

    package func get(_ key: ObjectKey) throws -> StoredObject? {
        try read { try StateQuery.current(key, in: $0) }
    }

    /// Objects in the order of namespace and name. A later page names the revision of the first; one whose
    /// history is gone throws `compacted`.
    package func page(
        _ scope: StateQuery.Scope, at revision: Int64? = nil, after: (namespace: String, name: String)? = nil,
        limit: Int = .max
    ) throws -> Page {
        try read { database in
            let now = try database.number("SELECT value FROM counter WHERE name = 'revision'") ?? 0
            if let revision { try Self.checkHistory(revision, in: database) }
            let wanted = limit == .max ? Int64.max : Int64(limit) + 1
            var objects = try StateQuery.page(scope, at: revision, after: after, limit: wanted, in: database)
            let hasMore = objects.count > limit
            if hasMore { objects.removeLast() }
            return Page(objects: objects, revision: revision ?? now, hasMore: hasMore)
        }
    }

    /// How many objects there are of every type, by `plural.group`, and the size of the database in bytes.
    func usage() throws -> (objects: [(resource: String, count: Int64)], bytes: Int64) {
        try read { database in
            let objects = try database.rows(
                "SELECT plural, grp, COUNT(*) FROM state WHERE ended IS NULL GROUP BY grp, plural", []
            ) { row in
                let (plural, group) = (row.text(0), row.text(1))
                return (resource: group.isEmpty ? plural : "\(plural).\(group)", count: row.int(2))
            }
            let pages = try database.number("PRAGMA page_count") ?? 0
            return (objects, pages * (try database.number("PRAGMA page_size") ?? 0))
        }
    }

    /// How many objects of a type there were at a revision.
    func count(_ scope: StateQuery.Scope, at revision: Int64) throws -> Int64 {
        try read { database in
            try Self.checkHistory(revision, in: database)
            return try StateQuery.count(scope, at: revision, in: database)
        }
    }

    /// Changes of a type after a revision, as many as one answer takes, and the revision up to which nothing
    /// was left out.
    package func changes(_ scope: StateQuery.Scope, after revision: Int64) throws
        -> (changes: [StoredChange], upTo: Int64)
    {
        let (count, bytes) = (limits.changes, limits.changeBytes)
        if let found = recent.changes(scope, after: revision, limit: count, bytes: bytes) { return found }
        return try read { database in
            try Self.checkHistory(revision, in: database)
            let now = try database.number("SELECT value FROM counter WHERE name = 'revision'") ?? 0
            let found = try StateQuery.changes(
                scope, after: revision, limit: count, bytes: bytes, in: database)
            let isAll = found.count < count && found.reduce(0) { $0 + $1.size } < bytes
            return (found, isAll ? now : found.last?.object.revision ?? now)
        }
    }

    /// The last revision at which objects of a type may have changed; asks the memory only.
    func lastChange(group: String, plural: String) -> Int64 {
        recent.lastChange(group: group, plural: plural)
    }

    package func revision() throws -> Int64 {
        try read { try $0.number("SELECT value FROM counter WHERE name = 'revision'") ?? 0 }
    }

    private static func checkHistory(_ revision: Int64, in database: SQLite) throws {
        let oldest = try database.number("SELECT value FROM counter WHERE name = 'compacted'") ?? 0
        guard revision >= oldest else { throw StoreError.compacted(oldest) }
    }

    /// One consistent view for everything that `body` reads.
    private func read<T>(_ body: (SQLite) throws -> T) throws -> T {
        try reader.withLock { database in
            guard let database else { throw StoreError.closed }
            try database.run("BEGIN")
            defer { try? database.run("COMMIT") }
            return try body(database)
        }
    }
}

// MARK: Writing

extension SandboxStore {
    /// Does the writes of one request; returns once they are on disk. What `body` throws undoes that request
    /// alone.
    package func write<T: Sendable>(_ body: @escaping @Sendable (inout StoreTransaction) throws -> T)
        async throws -> T
    {
        try await withCheckedThrowingContinuation { continuation in
            enqueue { state in
                let result = state.flatMap { state in Result { try Self.isolated(state, body) } }
                return { failure in
                    if let failure {
                        continuation.resume(throwing: failure)
                    } else {
                        continuation.resume(with: result)
                    }
                }
            }
        }
    }

    /// Runs the writes of one request so that its failure leaves those before it in the transaction.
    private static func isolated<T>(_ state: WritableState, _ body: (inout StoreTransaction) throws -> T)
        throws -> T
    {
        if let failure = state.failure { throw failure }
        let before = state.transaction
        try before.database.run("SAVEPOINT request")
        do {
            let value = try body(&state.transaction)
            try before.database.run("RELEASE request")
            return value
        } catch {
            state.transaction = before
            do {
                try before.database.execute("ROLLBACK TO request; RELEASE request")
            } catch let second {
                // Nothing of the transaction is left to go on with: all its requests have failed.
                state.failure = before.database.isInTransaction ? second : error
            }
            throw error
        }
    }

    private func enqueue(_ job: @escaping Job) {
        enum Step { case refuse, wait, commitHere, drain }
        let step = queue.withLock { queue -> Step in
            if queue.isClosed { return .refuse }
            queue.jobs.append(job)
            if queue.isDraining { return .wait }
            queue.isDraining = true
            return queue.alone >= limits.alone ? .commitHere : .drain
        }
        switch step {
        case .refuse: job(.failure(StoreError.closed))(StoreError.closed)
        case .wait: break
        // Nobody else is there to share a sync with, and two changes of threads take as long as half of one.
        case .commitHere: if !commitNext() { thread.async { self.drain() } }
        case .drain: thread.async { self.drain() }
        }
    }

    private func drain() { while !commitNext() {} }

    /// Commits what waits, as one transaction; whether nothing waits afterwards.
    private func commitNext() -> Bool {
        let jobs = queue.withLock { queue in
            let jobs = Array(queue.jobs.prefix(limits.batch))
            queue.jobs.removeFirst(jobs.count)
            return jobs
        }
        commit(jobs)
        return queue.withLock { queue in
            queue.alone = jobs.count == 1 && queue.jobs.isEmpty ? queue.alone + 1 : 0
            queue.isDraining = !queue.jobs.isEmpty
            return !queue.isDraining
        }
    }

    private func commit(_ jobs: [Job]) {
        var completions: [Completion] = []
        var isChanged = false
        let failure = writer.withLock { database -> (any Error)? in
            guard let database else {
                completions = jobs.map { $0(.failure(StoreError.closed)) }
                return StoreError.closed
            }
            do {
                let done = try transact(jobs, in: database, &completions)
                isChanged = !done.changes.isEmpty
                recent.append(done.changes, upTo: done.revision)
                return nil
            } catch {
                if database.isInTransaction { try? database.execute("ROLLBACK") }
                let unstarted = jobs.dropFirst(completions.count)
                completions += unstarted.map { $0(.failure(error)) }
                return error
            }
        }
        if isChanged { changes.notify() }
        for completion in completions { completion(failure) }
    }

    private func transact(_ jobs: [Job], in database: SQLite, _ completions: inout [Completion]) throws
        -> StoreTransaction
    {
        try database.run("BEGIN IMMEDIATE")
        let before = try database.number("SELECT value FROM counter WHERE name = 'revision'") ?? 0
        let state = WritableState(StoreTransaction(database: database, revision: before))
        for job in jobs { completions.append(job(.success(state))) }
        if let failure = state.failure { throw failure }
        let now = state.transaction.revision
        guard now != before else {
            // Dry runs and refusals leave pages behind that need not go to the disk.
            try database.run("ROLLBACK")
            return state.transaction
        }
        try database.run("UPDATE counter SET value = ? WHERE name = 'revision'", .int(now))
        try cutHistory(at: now, in: database)
        try database.run("COMMIT")
        return state.transaction
    }

    private func cutHistory(at now: Int64, in database: SQLite) throws {
        let oldest = try database.number("SELECT value FROM counter WHERE name = 'compacted'") ?? 0
        guard now - max(oldest, 100) > limits.history + limits.slack else { return }
        let cut = now - limits.history
        try database.run("DELETE FROM state WHERE ended IS NOT NULL AND ended <= ?", .int(cut))
        try database.run("UPDATE counter SET value = ? WHERE name = 'compacted'", .int(cut))
    }
}

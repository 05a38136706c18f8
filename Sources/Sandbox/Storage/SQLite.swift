import CSQLite

/// One connection and its prepared statements. Not for two threads at once: the owner keeps it behind a lock.
package final class SQLite {
    private let handle: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]

    /// Opens or makes a database file; `:memory:` keeps it in memory.
    package init(path: String) throws(SQLiteError) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            let error = SQLiteError(code: code, system: handle.map { sqlite3_system_errno($0) } ?? 0, message)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5_000)
        // Sorting is done in memory: reads go on when the disk is full.
        try execute("PRAGMA temp_store = MEMORY")
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// False once SQLite has undone a whole transaction by itself, as it may when the disk is full.
    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Runs statements that take no values and whose rows nobody wants.
    package func execute(_ sql: String) throws(SQLiteError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// Runs one statement to its end.
    package func run(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) {
        let statement = try prepared(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
    }

    /// All rows of a query, each made into a value by `row`; no more rows once `isEnough` says so of them.
    package func rows<T>(
        _ sql: String, _ values: [SQLiteValue], until isEnough: ([T]) -> Bool = { _ in false },
        _ row: (SQLiteStatement) throws(SQLiteError) -> T
    ) throws(SQLiteError) -> [T] {
        let statement = try prepared(sql)
        defer { statement.reset() }
        try statement.bind(values)
        var found: [T] = []
        while !isEnough(found), try statement.step() { found.append(try row(statement)) }
        return found
    }

    /// The number in the first column of the first row; nil when there is none or it is null.
    package func number(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) -> Int64? {
        let found = try rows(sql, values) { row throws(SQLiteError) in
            row.isNull(0) ? nil : Optional(row.int(0))
        }
        return found.first ?? nil
    }

    private func prepared(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
        if let known = statements[sql] { return known }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
        guard let statement else { throw SQLiteError(code: SQLITE_ERROR, "an empty statement") }
        let made = SQLiteStatement(statement)
        statements[sql] = made
        return made
    }

    private func check(_ code: Int32) throws(SQLiteError) {
        guard code != SQLITE_OK else { return }
        throw SQLiteError(code, of: handle)
    }
}

/// What can be bound to a parameter of a statement.
package enum SQLiteValue: Sendable {
    case int(Int64)
    case text(String)
    case blob([UInt8])
    case null
}

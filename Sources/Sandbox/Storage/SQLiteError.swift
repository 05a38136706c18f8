import CSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What SQLite refused, with its result code, the system's reason where there is one, and its own words.
package struct SQLiteError: Error, CustomStringConvertible, Equatable {
    package let code: Int32
    /// An `errno`; 0 where the system did not refuse anything.
    package let system: Int32
    package let message: String

    init(code: Int32, system: Int32 = 0, _ message: String) {
        self.code = code
        // What an earlier failure left behind says nothing about this one.
        self.system = [SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_FULL].contains(code & 0xff) ? system : 0
        self.message = message
    }

    init(_ code: Int32, of handle: OpaquePointer?) {
        // SQLite notes the system's reason for all statements but COMMIT; it is still the last one then.
        let last = code & 0xff == SQLITE_IOERR ? errno : 0
        guard let handle else {
            self.init(code: code, "failed")
            return
        }
        let noted = sqlite3_system_errno(handle)
        self.init(code: code, system: noted == 0 ? last : noted, String(cString: sqlite3_errmsg(handle)))
    }

    /// The code without its details.
    private var family: Int32 { code & 0xff }

    /// Whether it would work with more room: on the disk, in the user's quota, or in files of one process.
    package var isOutOfSpace: Bool { family == SQLITE_FULL || [ENOSPC, EDQUOT, EFBIG].contains(system) }

    /// Whether the file is damaged, or none of SQLite's.
    package var isCorrupt: Bool { family == SQLITE_CORRUPT || family == SQLITE_NOTADB }

    package var isReadOnly: Bool { family == SQLITE_READONLY || [EROFS, EACCES, EPERM].contains(system) }

    package var description: String {
        let reason = system == 0 ? "" : ": " + String(cString: strerror(system))
        return "the sandbox's database: \(message)\(reason) (SQLite code \(code))"
    }
}

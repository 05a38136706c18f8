#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The permissions of a file.
enum FileMode {
    static func of(_ path: String) -> UInt32 {
        var facts = stat()
        return stat(path, &facts) == 0 ? UInt32(facts.st_mode) & 0o777 : 0
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The environment of this process.
enum LocalEnvironment {
    /// Of these variables those that are set.
    static func variables(_ names: [String]) -> [String: String] {
        var variables: [String: String] = [:]
        for name in names {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
    }
}

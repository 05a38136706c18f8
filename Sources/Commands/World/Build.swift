/// What this build is.
enum Build {
    /// By semantic versioning.
    static let version = "0.1.0"
    /// The releases of Istio whose APIs it knows.
    static let generations = ["0.7.1", "1.30"]

    /// System and processor by Go's names, as API servers log them of every client.
    static let platform = "\(system)/\(processor)"

    #if os(Linux)
        private static let system = "linux"
    #else
        private static let system = "darwin"
    #endif
    #if arch(x86_64)
        private static let processor = "amd64"
    #elseif arch(arm64)
        private static let processor = "arm64"
    #else
        private static let processor = "unknown"
    #endif
}

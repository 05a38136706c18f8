/// What this build is.
enum Build {
    /// By semantic versioning.
    static let version = "0.1.0"
    /// The releases of Istio whose APIs it knows.
    static let generations = ["0.7.1", "1.30"]
}

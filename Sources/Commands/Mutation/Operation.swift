/// What is done with the objects of a file.
enum Operation: String, Sendable {
    case create, replace, delete, apply

    /// kubectl's word for what has been done.
    var done: String {
        switch self {
        case .create: "created"
        case .replace: "replaced"
        case .delete: "deleted"
        case .apply: "applied"
        }
    }
}

/// Whether anything is sent, and whether the server keeps it.
enum DryRun: String, Sendable, CaseIterable {
    /// Everything is done.
    case none
    /// Nothing is sent that writes.
    case client
    /// The server is asked to check and answer, and to keep nothing.
    case server

    var note: String {
        switch self {
        case .none: ""
        case .client: " (dry run)"
        case .server: " (server dry run)"
        }
    }
}

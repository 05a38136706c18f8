import Diagnostics

/// Of which namespaces `analyze` tells. What files say is told wherever it is, unless a namespace is named.
struct NamespaceView: Sendable {
    let isAll: Bool
    /// What `--namespace` says.
    let given: String?
    /// The flag's, or the context's, or `default`.
    let current: String

    /// Objects of the whole cluster are everybody's business; what is in a file has a position.
    func shows(_ subject: Subject?, at position: Position?) -> Bool {
        guard !isAll, let namespace = subject?.namespace else { return true }
        if let given { return namespace == given }
        return position != nil || namespace == current
    }
}

import YAML

/// One way into the mesh: requests for a host and a path, and the service behind.
struct IngressPath {
    let order: Int
    let object: InputObject
    /// Nil for every host.
    let host: Node?
    /// Conditions on the path, of which one must hold; empty for every path.
    let uris: [Node]
    let backend: ServiceHost
    let backendNode: Node
    /// Number of the service's port; nil when nobody knows.
    let port: Node?

    /// Whole paths before prefixes, long ones before short ones, as 0.7.1 and Kubernetes try them.
    static func precedes(_ a: IngressPath, _ b: IngressPath) -> Bool { a.rank < b.rank }

    private var rank: (Int, Int, Int) {
        let isWhole = uris.count == 1 && uris[0]["exact"] != nil
        let length = uris.compactMap { ($0["exact"] ?? $0["prefix"])?.string?.utf8.count }.max() ?? 0
        return (isWhole ? 0 : 1, -length, order)
    }
}

/// A certificate for hosts at the ingress.
struct IngressCertificate {
    let secret: Node
    /// Empty for all hosts.
    let hosts: [Node]
}

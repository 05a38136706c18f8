/// An object of Kubernetes that a finding is about.
package struct Subject: Sendable, Hashable, CustomStringConvertible {
    package var apiVersion: String
    package var kind: String
    /// Nil for objects of the whole cluster, and where none is known.
    package var namespace: String?
    package var name: String

    package init(apiVersion: String = "", kind: String, namespace: String? = nil, name: String) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }

    /// `VirtualService default/reviews`, with control characters escaped.
    package var description: String {
        "\(kind) \(namespace.map { $0 + "/" } ?? "")\(name)".escapingControls
    }
}

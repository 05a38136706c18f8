import Template
package import YAML

/// The values of an installation, which templates see as `.Values`.
package struct InjectionValues: Sendable {
    let node: Node
    /// Shared by all renders.
    let value: Value

    package init(_ node: Node) {
        self.node = node.map == nil ? .emptyMap : node
        value = Value(self.node)
        value.freeze()
    }

    var clusterName: String { node[["global", "multiCluster", "clusterName"]]?.string ?? "" }
    var network: String { node[["global", "network"]]?.string ?? "" }
    var holdsApplication: Bool {
        node[["global", "proxy", "holdApplicationUntilProxyStarts"]]?.bool ?? false
    }
    var rewritesProbes: Bool { node[["sidecarInjectorWebhook", "rewriteAppHTTPProbe"]]?.bool ?? false }
}

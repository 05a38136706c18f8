import IstioAPI
import Schema
import Template
package import YAML

/// What the configuration of a mesh of Istio 0.7.1 says to injection, with its defaults.
package struct ClassicMeshSettings: Sendable {
    private let mesh: Node

    /// Settings of the key `mesh` of the ConfigMap `istio`; null means the defaults.
    package init(_ mesh: Node) {
        var mesh = Canonical.node(mesh.map == nil ? .emptyMap : mesh, as: Legacy.MeshConfig.self)
        let proxy = mesh["defaultConfig"] ?? .emptyMap
        mesh.set("defaultConfig", Self.completed(proxy, as: Legacy.ProxyConfig.self))
        if let mixer = mesh["mixerAddress"], mesh["mixerCheckServer"] == nil, mesh["mixerReportServer"] == nil
        {
            mesh.set("mixerCheckServer", mixer)
            mesh.set("mixerReportServer", mixer)
        }
        self.mesh = Self.completed(mesh, as: Legacy.MeshConfig.self)
    }

    var meshValue: Value { ProtoValue.message(Legacy.MeshConfig.self, mesh) }
    var proxyValue: Value { ProtoValue.message(Legacy.ProxyConfig.self, mesh["defaultConfig"]) }

    private static func completed(_ node: Node, as type: any Message.Type) -> Node {
        var result = node
        for field in type.fields.all {
            if let fallback = field.fallback { result.fill([field.name], fallback) }
        }
        return result
    }
}

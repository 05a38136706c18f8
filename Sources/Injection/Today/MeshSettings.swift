import IstioAPI
import Schema
import Template
package import YAML

/// What a mesh's configuration says to injection: the settings of the mesh and of its proxies, with Istio's
/// defaults.
package struct MeshSettings: Sendable {
    /// The mesh's settings without those of proxies, with defaults.
    private let mesh: Node
    /// The proxies' settings as they were given.
    private let given: Node

    /// Settings of the key `mesh` of the ConfigMap `istio`; null and an empty map mean the defaults.
    package init(_ mesh: Node) {
        given = mesh["defaultConfig"] ?? .emptyMap
        self.mesh = Self.completed(mesh, as: MeshConfig.self)
    }

    private init(mesh: Node, given: Node) {
        self.mesh = mesh
        self.given = given
    }

    /// With what a pod's annotation says of its proxy; maps of settings are joined, all else is replaced.
    func adding(_ proxy: Node) -> MeshSettings {
        var result = given
        for entry in proxy.map ?? [] {
            var value = entry.value
            if entry.key == "proxyMetadata", var all = given[entry.key] {
                for metadata in value.map ?? [] { all.set(metadata.key, metadata.value) }
                value = all
            }
            result.set(entry.key, value)
        }
        return MeshSettings(mesh: mesh, given: result)
    }

    private var proxy: Node { Self.completed(given, as: MeshConfig.ProxyConfig.self) }

    // MARK: For templates

    var meshValue: Value {
        ProtoValue.message(MeshConfig.self, mesh.setting("defaultConfig", proxy))
    }

    var proxyValue: Value {
        ProtoValue.message(MeshConfig.ProxyConfig.self, proxy, said: said)
    }

    /// The proxies' settings without those that are as they would be anyway.
    private var said: Node {
        Node(
            MeshConfig.ProxyConfig.fields.all.compactMap { field in
                guard let value = given[field.name], !value.isNull, value != field.fallback else {
                    return nil
                }
                return Node.Entry(field.name, value)
            })
    }

    // MARK: For injection itself

    /// Where the agent answers for health and metrics.
    var statusPort: Int64 { proxy["statusPort"]?.int ?? 15_020 }
    var mergesMetrics: Bool { mesh["enablePrometheusMerge"]?.bool ?? true }
    var holdsApplication: Bool { proxy["holdApplicationUntilProxyStarts"]?.bool ?? false }
    var interceptionMode: String { proxy["interceptionMode"]?.string ?? "REDIRECT" }
    var imageType: String? { proxy[["image", "imageType"]]?.string }

    /// As templates call the way in which inbound traffic reaches the application.
    var inboundMode: String {
        mesh[["inboundTrafficPolicy", "mode"]]?.string == "LOCALHOST" ? "localhost" : "passthrough"
    }

    private static func completed(_ node: Node, as type: any Message.Type) -> Node {
        var result = node.map == nil ? Node.emptyMap : node
        for field in type.fields.all {
            if let fallback = field.fallback { result.fill([field.name], fallback) }
        }
        return result
    }
}

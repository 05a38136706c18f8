import Template
import TestSupport
import Testing
import YAML

/// What Istio 1.30's injector makes of templates.
@Suite struct InjectorConformanceTests {
    @Test func agreesWithTheInjector() throws {
        for recorded in try RecordedTemplate.all(of: "istio-inject") {
            let title = "\(recorded.id): \(recorded.template)"
            do {
                let output = try render(recorded)
                #expect(recorded.expected == output, "\(title)")
            } catch {
                #expect(recorded.expected == nil, "\(title) failed: \(error.message)")
                #expect(error.message.contains(recorded.wantedMessage), "\(title)")
            }
        }
    }

    private func render(_ recorded: RecordedTemplate) throws(TemplateError) -> String {
        var set = TemplateSet("inject", functions: .injector)
        try set.parse("inject", Text(recorded.template))
        let data = recorded.node["data"] ?? .null
        let value =
            recorded.option("datatype") == nil
            ? TypedData(hasInts: false).value(data) : InjectorCase(node: data).data.value
        return String(decoding: try set.render("inject", value), as: UTF8.self)
    }
}

/// The data of a case, with the names of Go's fields.
private struct InjectorCase {
    let node: Node

    var data: SidecarTemplateData {
        var data = SidecarTemplateData(
            objectMeta: jsonNames(node["ObjectMeta"] ?? .emptyMap),
            spec: jsonNames(node["Spec"] ?? .emptyMap), proxyConfig: node["ProxyConfig"].map(jsonNames),
            meshConfig: node["MeshConfig"].map(jsonNames), values: Value(node["Values"] ?? .emptyMap))
        data.kind = text("TypeMeta", "Kind")
        data.apiVersion = text("TypeMeta", "APIVersion")
        data.deploymentNamespace = text("DeploymentMeta", "Namespace")
        data.deploymentName = text("DeploymentMeta", "Name")
        data.revision = text("Revision")
        data.nativeSidecars = node["NativeSidecars"]?.bool ?? false
        data.proxyImage = text("ProxyImage")
        data.proxyUID = node["ProxyUID"]?.int ?? 0
        data.proxyGID = node["ProxyGID"]?.int ?? 0
        data.inboundTrafficPolicyMode = text("InboundTrafficPolicyMode")
        return data
    }

    private func text(_ path: String...) -> String { node[path]?.string ?? "" }

    /// Kubernetes and protobuf begin names with small letters, and write durations and wrapped values as
    /// such.
    private func jsonNames(_ node: Node) -> Node {
        if let items = node.list { return Node(items.map(jsonNames)) }
        guard let entries = node.map else { return node }
        if entries.count == 1, let value = node["Value"] { return value }
        if let seconds = node["Seconds"]?.int {
            return Node("\(seconds)s\(node["Nanos"]?.int ?? 0)ns")
        }
        return Node(
            entries.map { entry in
                let isMap = ["Labels", "Annotations", "ProxyMetadata"].contains(entry.key)
                let name = entry.key.prefix(1).lowercased() + entry.key.dropFirst()
                return Node.Entry(name, isMap ? entry.value : jsonNames(entry.value))
            })
    }
}

package import YAML

/// What Istio 1.30's injection templates get as `.`.
package struct SidecarTemplateData: Sendable {
    /// Of the workload that the pod belongs to.
    package var kind = ""
    package var apiVersion = ""
    package var deploymentNamespace = ""
    package var deploymentName = ""
    /// The pod's metadata and specification, as Kubernetes' JSON has them.
    package var objectMeta: Node
    package var spec: Node
    /// As the config map of the mesh has them, defaults filled in; nil where there is none.
    package var proxyConfig: Node?
    package var meshConfig: Node?
    /// The installation's values: a map.
    package var values: Value
    package var revision = ""
    package var nativeSidecars = false
    package var proxyImage = ""
    package var proxyInitImage = ""
    /// The user and group that the proxy runs as.
    package var proxyUID: Int64 = 1337
    package var proxyGID: Int64 = 1337
    package var inboundTrafficPolicyMode = ""
    package var compliancePolicy = ""

    package init(
        objectMeta: Node, spec: Node, proxyConfig: Node? = nil, meshConfig: Node? = nil, values: Value = [:]
    ) {
        self.objectMeta = objectMeta
        self.spec = spec
        self.proxyConfig = proxyConfig
        self.meshConfig = meshConfig
        self.values = values
    }

    package var value: Value {
        .structure(
            StructValue(
                "inject.SidecarTemplateData",
                [
                    .init("TypeMeta", typeMeta), .init("DeploymentMeta", deploymentMeta),
                    .init("ObjectMeta", .structure(PodShapes.objectMeta.value(objectMeta))),
                    .init("Spec", .structure(PodShapes.spec.value(spec))),
                    .init(
                        "ProxyConfig", StructShape.Kind.optional(MeshShapes.proxyConfig).value(proxyConfig)),
                    .init("MeshConfig", StructShape.Kind.optional(MeshShapes.meshConfig).value(meshConfig)),
                    .init("Values", values), .init("Revision", .string(revision)),
                    .init("NativeSidecars", .bool(nativeSidecars)), .init("ProxyImage", .string(proxyImage)),
                    .init("ProxyInitImage", .string(proxyInitImage)),
                    .init("ProxyUID", .int(proxyUID, .bits64)), .init("ProxyGID", .int(proxyGID, .bits64)),
                    .init("InboundTrafficPolicyMode", .string(inboundTrafficPolicyMode)),
                    .init("CompliancePolicy", .string(compliancePolicy)),
                ]))
    }

    private var typeMeta: Value {
        .structure(
            StructValue(
                "v1.TypeMeta", [.init("Kind", .string(kind)), .init("APIVersion", .string(apiVersion))]))
    }

    private var deploymentMeta: Value {
        .structure(
            StructValue(
                "types.NamespacedName",
                [.init("Namespace", .string(deploymentNamespace)), .init("Name", .string(deploymentName))]))
    }
}

package import Schema

/// A type of object by group and kind, whatever its version. Classic and today's kinds of one name are two
/// types.
package struct ObjectType: Sendable, Hashable {
    /// Empty for the core API.
    package let group: String
    package let kind: String
    package let generation: Generation

    package init(_ group: String, _ kind: String, _ generation: Generation = .today) {
        self.group = group
        self.kind = kind
        self.generation = generation
    }

    package init(_ kind: Kind) { self.init(kind.group, kind.name, kind.generation) }

    /// Whether the API is Istio's own: files are then taken to hold all that there is.
    var isIstio: Bool { group.hasSuffix(".istio.io") }
}

extension ObjectType {
    package static let configMap = ObjectType("", "ConfigMap")
    package static let namespace = ObjectType("", "Namespace")
    package static let node = ObjectType("", "Node")
    package static let pod = ObjectType("", "Pod")
    package static let secret = ObjectType("", "Secret")
    package static let service = ObjectType("", "Service")
    package static let deployment = ObjectType("apps", "Deployment")
    package static let customResourceDefinition = ObjectType(
        "apiextensions.k8s.io", "CustomResourceDefinition")
    /// Parts of the configuration of the mesh, which are no objects of Kubernetes.
    package static let meshConfig = ObjectType("", "MeshConfig")
    package static let meshNetworks = ObjectType("", "MeshNetworks")
    package static let mutatingWebhookConfiguration = ObjectType(
        "admissionregistration.k8s.io", "MutatingWebhookConfiguration")
    package static let validatingWebhookConfiguration = ObjectType(
        "admissionregistration.k8s.io", "ValidatingWebhookConfiguration")
    package static let kubernetesGateway = ObjectType("gateway.networking.k8s.io", "Gateway")
    package static let httpRoute = ObjectType("gateway.networking.k8s.io", "HTTPRoute")
    package static let grpcRoute = ObjectType("gateway.networking.k8s.io", "GRPCRoute")
}

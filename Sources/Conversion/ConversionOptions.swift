/// What to convert to.
package enum ConversionTarget: String, Sendable, CaseIterable {
    /// Istio 1.30: networking.istio.io/v1, security.istio.io/v1 and their like.
    case today = "v1"
    /// The Gateway API 1.4, with Istio as its implementation.
    case gatewayAPI = "gateway-api"
    /// Linkerd 2.16 and later.
    case linkerd
}

/// What a conversion assumes about the mesh.
package struct ConversionOptions: Sendable {
    /// Namespace of objects that name none. Nil means `default`, which then is not written down either.
    package var namespace: String?
    /// What follows the namespace in the full names of services.
    package var domain: String
    /// Where the control plane lives: policies there are for the whole mesh.
    package var rootNamespace: String

    package init(
        namespace: String? = nil, domain: String = "svc.cluster.local", rootNamespace: String = "istio-system"
    ) {
        self.namespace = namespace
        self.domain = domain
        self.rootNamespace = rootNamespace
    }

    var assumedNamespace: String { namespace ?? "default" }
}

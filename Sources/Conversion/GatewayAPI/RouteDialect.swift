/// Which parts of the Gateway API's routes work where the routes are to be used.
struct RouteDialect: Sendable {
    /// Whether there are gateways, so that routes can hold at the edge of the mesh.
    let hasGateways: Bool
    /// Types of filters that are acted upon.
    let filters: Set<String>
    /// Whether retries and timeouts are annotations of the route instead of fields of its rules.
    let setsPolicyByAnnotations: Bool
    /// Whether a backend may be a host name outside the cluster.
    let hasHostnames: Bool

    /// Istio 1.30 as an implementation of the Gateway API 1.4.
    static let gatewayAPI = RouteDialect(
        hasGateways: true,
        filters: [
            "RequestHeaderModifier", "ResponseHeaderModifier", "RequestRedirect", "URLRewrite",
            "RequestMirror",
        ], setsPolicyByAnnotations: false, hasHostnames: true)

    /// Linkerd 2.16 and later, for traffic inside the mesh.
    static let linkerd = RouteDialect(
        hasGateways: false,
        filters: ["RequestHeaderModifier", "ResponseHeaderModifier", "RequestRedirect"],
        setsPolicyByAnnotations: true, hasHostnames: false)
}

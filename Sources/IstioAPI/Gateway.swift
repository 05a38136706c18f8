package import Schema

/// What a load balancer at the edge of the mesh listens for.
package struct Gateway: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "Gateway", plural: "gateways", short: ["gw"]
    )
    package static let schema = Schema(Self(), "What a load balancer at the edge of the mesh listens for.")

    package init() {}
}

package import Schema

/// How requests to a set of hosts are routed.
package struct VirtualService: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "VirtualService", plural: "virtualservices",
        short: ["vs"],
        columns: [.init("Gateways", ".spec.gateways"), .init("Hosts", ".spec.hosts"), .age])
    package static let schema = Schema(Self(), "How requests to a set of hosts are routed.")

    package init() {}
}

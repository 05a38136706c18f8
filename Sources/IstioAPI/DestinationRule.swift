package import Schema

/// How traffic to a service is treated once it is routed.
package struct DestinationRule: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "DestinationRule",
        plural: "destinationrules", short: ["dr"],
        columns: [.init("Host", ".spec.host"), .age])
    package static let schema = Schema(Self(), "How traffic to a service is treated once it is routed.")

    package init() {}
}

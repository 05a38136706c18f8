package import Schema
import YAML

/// How traffic to a service is treated once it is routed.
package struct DestinationRule: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "DestinationRule",
        plural: "destinationrules", short: ["dr"], columns: [.init("Host", ".spec.host"), .age])
    package static let schema = Schema(
        DestinationRule(), "How traffic to a service is treated once it is routed.")

    package init() {}

    package let host = Field<String>("Name of the service in the registry, or a wildcard.", .required)
    package let trafficPolicy = Field<TrafficPolicy>(
        "Load balancing, connection pools, outlier detection and TLS for the whole service.")
    package let subsets = Field<[Subset]>("Named parts of the service, such as its versions.")
    package let exportTo = Field<[String]>(
        "Namespaces that see this rule: `.` its own, `*` all, or names.", .since("1.1"), default: ["*"])
    package let workloadSelector = Field<MatchLabelsSelector>(
        "The clients to which the rule applies, all of its namespace's reach if absent.", .since("1.14"))
}

/// A named part of a service.
package struct Subset: Message {
    package static let schema = Schema(Subset(), "A named part of a service.")

    package init() {}

    package let name = Field<String>("Name that routes refer to.", .required)
    package let labels = Field<[String: String]>("Labels that the endpoints of the subset carry.")
    package let trafficPolicy = Field<TrafficPolicy>("Policies that differ from the service's.")
}

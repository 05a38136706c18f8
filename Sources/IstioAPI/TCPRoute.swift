package import Schema

/// One rule for TCP traffic.
package struct TCPRoute: Message {
    package static let schema = Schema(TCPRoute(), "One rule for TCP traffic.")

    package init() {}

    package let match = Field<[L4MatchAttributes]>(
        "Conditions, of which one must hold; none means all connections.")
    package let route = Field<[RouteDestination]>("Destinations that share the connections by weight.")
}

/// Conditions on one connection that must all hold.
package struct L4MatchAttributes: Message {
    package static let schema = Schema(
        L4MatchAttributes(), "Conditions on one connection that must all hold.")

    package init() {}

    package let destinationSubnets = Field<[String]>(
        "Addresses or subnets, in CIDR form, that the connection is for.")
    package let port = Field<UInt32>("Port that is addressed.")
    package let sourceSubnet = Field<String>("Address or subnet of the caller; not acted upon.")
    package let sourceLabels = Field<[String: String]>(
        "Labels of the calling workload; only for routes in the mesh.")
    package let gateways = Field<[String]>(
        "Gateways to which the condition applies, instead of the service's.")
    package let sourceNamespace = Field<String>("Namespace of the calling workload.", .since("1.6"))
}

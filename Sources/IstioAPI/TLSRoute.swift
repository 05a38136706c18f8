package import Schema

/// One rule for TLS traffic that passes unopened.
package struct TLSRoute: Message {
    package static let schema = Schema(TLSRoute(), "One rule for TLS traffic that passes unopened.")

    package init() {}

    package let match = Field<[TLSMatchAttributes]>("Conditions, of which one must hold.", .required)
    package let route = Field<[RouteDestination]>("Destinations that share the connections by weight.")
}

/// Conditions on one TLS connection that must all hold.
package struct TLSMatchAttributes: Message {
    package static let schema = Schema(
        TLSMatchAttributes(), "Conditions on one TLS connection that must all hold.")

    package init() {}

    package let sniHosts = Field<[String]>(
        "Server names, exact or with a leading `*.`, that must lie within the service's hosts.", .required)
    package let destinationSubnets = Field<[String]>(
        "Addresses or subnets, in CIDR form, that the connection is for.")
    package let port = Field<UInt32>("Port that is addressed.")
    package let sourceLabels = Field<[String: String]>(
        "Labels of the calling workload; only for routes in the mesh.")
    package let gateways = Field<[String]>(
        "Gateways to which the condition applies, instead of the service's.")
    package let sourceNamespace = Field<String>("Namespace of the calling workload.", .since("1.6"))
}

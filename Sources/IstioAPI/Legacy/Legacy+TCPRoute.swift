package import Schema

extension Legacy.VirtualService {
    /// One rule for TCP traffic, which Istio 0.7.1 does not support.
    package struct TCPRoute: Message {
        package static let schema = Schema(
            TCPRoute(), "One rule for TCP traffic, which Istio 0.7.1 does not support.",
            name: "v1alpha3.TCPRoute")

        package init() {}

        package let match = Field<[L4MatchAttributes]>("Conditions of which one must hold.")
        package let route = Field<[DestinationWeight]>("The destinations that share the traffic.")
    }

    /// What a connection must look like, in all points given.
    package struct L4MatchAttributes: Message {
        package static let schema = Schema(
            L4MatchAttributes(), "What a connection must look like, in all points given.",
            name: "v1alpha3.L4MatchAttributes")

        package init() {}

        package let destinationSubnet = Field<String>("IPv4 address or CIDR block that connections go to.")
        package let port = Field<PortSelector>("Port that the client called.")
        package let sourceSubnet = Field<String>("IPv4 address or CIDR block that connections come from.")
        package let sourceLabels = Field<[String: String]>("Labels that the calling pod carries.")
        package let gateways = Field<[String]>(
            "Gateways for which the rule holds, in place of the virtual service's.")
    }
}

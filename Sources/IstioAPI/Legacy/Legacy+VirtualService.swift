package import Schema
import YAML

extension Legacy {
    /// How requests to a set of hosts are routed, as Istio 0.7.1 knew it.
    package struct VirtualService: Resource {
        package static let kind = Kind(
            "networking.istio.io", "v1alpha3", name: "VirtualService", plural: "virtualservices",
            generation: .classic, classicType: "virtual-service")
        package static let schema = Schema(
            VirtualService(), "How requests to a set of hosts are routed, as Istio 0.7.1 knew it.",
            name: "v1alpha3.VirtualService")

        package init() {}

        package let hosts = Field<[String]>("Hosts that this service answers for.", .expected)
        package let gateways = Field<[String]>("Gateways that apply these routes.", default: ["mesh"])
        package let http = Field<[HTTPRoute]>("Ordered rules for HTTP traffic.")
        package let tcp = Field<[TCPRoute]>(
            "Ordered rules for TCP traffic, which Istio 0.7.1 does not support.")

        /// Where traffic goes once routed.
        package struct Destination: Message {
            package static let schema = Schema(
                Destination(), "Where traffic goes once routed.", name: "v1alpha3.Destination")

            package init() {}

            package let name = Field<String>("Name of a service in the registry.", .expected)
            package let subset = Field<String>("A subset that a destination rule declares.")
            package let port = Field<PortSelector>("Port to address, if the service has several.")
        }

        /// A destination and its share of the traffic.
        package struct DestinationWeight: Message {
            package static let schema = Schema(
                DestinationWeight(), "A destination and its share of the traffic.",
                name: "v1alpha3.DestinationWeight")

            package init() {}

            package let destination = Field<Destination>("Where the share goes.", .expected)
            package let weight = Field<Int32>(
                "Share of the traffic in percent, which may be left out of a single route.", .expected)
        }

        /// A port by number or by name.
        package struct PortSelector: Message {
            package static let schema = Schema(
                PortSelector(), "A port by number or by name.", name: "v1alpha3.PortSelector")

            package init() {}

            package let number = Field<UInt32>("Number of the port, 1 to 65535.", .oneOf("port"))
            package let name = Field<String>("Name of the port.", .oneOf("port"))
        }
    }
}

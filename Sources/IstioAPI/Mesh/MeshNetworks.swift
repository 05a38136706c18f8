package import Schema

/// The networks of a mesh, and the gateways between them; the key `meshNetworks` of the ConfigMap `istio`.
package struct MeshNetworks: Message {
    package static let schema = Schema(
        MeshNetworks(),
        "The networks of a mesh, and the gateways between them; the key `meshNetworks` of the ConfigMap "
            + "`istio`.")

    package init() {}

    package let networks = Field<[String: Network]>("The networks by name.")

    /// Endpoints that reach each other directly, and the gateways that lead to them.
    package struct Network: Message {
        package static let schema = Schema(
            Network(), "Endpoints that reach each other directly, and the gateways that lead to them.")

        package init() {}

        package let endpoints = Field<[NetworkEndpoints]>("What belongs to the network.")
        package let gateways = Field<[IstioNetworkGateway]>("Gateways that lead into the network.")

        /// Endpoints of a network, in one of two ways.
        package struct NetworkEndpoints: Message {
            package static let schema = Schema(
                NetworkEndpoints(), "Endpoints of a network, in one of two ways.")

            package init() {}

            package let fromCidr = Field<String>("Those whose address lies in a subnet.", .oneOf("ne"))
            package let fromRegistry = Field<String>("Those of a cluster, by its name.", .oneOf("ne"))
        }

        /// A gateway into a network, found in one of two ways.
        package struct IstioNetworkGateway: Message {
            package static let schema = Schema(
                IstioNetworkGateway(), "A gateway into a network, found in one of two ways.")

            package init() {}

            package let registryServiceName = Field<String>(
                "Full name of the gateway's service.", .oneOf("gw"))
            package let address = Field<String>("Address or full name of the gateway.", .oneOf("gw"))
            package let port = Field<UInt32>("Port of the gateway.", .range(1...65_535))
            package let locality = Field<String>("Locality of the gateway, region/zone/subzone.")
        }
    }
}

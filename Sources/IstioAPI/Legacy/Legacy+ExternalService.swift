package import Schema

extension Legacy {
    /// A service outside the mesh that applications may call.
    package struct ExternalService: Resource {
        package static let kind = Kind(
            "networking.istio.io", "v1alpha3", name: "ExternalService", plural: "externalservices",
            generation: .classic, classicType: "external-service")
        package static let schema = Schema(
            ExternalService(), "A service outside the mesh that applications may call.",
            name: "v1alpha3.ExternalService")

        package init() {}

        package let hosts = Field<[String]>("Hosts that the service answers for.", .expected)
        package let ports = Field<[Port]>("Ports that may be called.", .expected)
        package let discovery = Field<Discovery>("How addresses are found.")
        package let endpoints = Field<[Endpoint]>("Addresses of the service.")

        /// One address of an external service.
        package struct Endpoint: Message {
            package static let schema = Schema(
                Endpoint(), "One address of an external service.", name: "v1alpha3.ExternalService_Endpoint")

            package init() {}

            package let address = Field<String>("IPv4 address, or host name with DNS discovery.", .expected)
            package let ports = Field<[String: UInt32]>("Numbers at this address for the ports by name.")
            package let labels = Field<[String: String]>("Labels that subsets select by.")
        }

        /// How the addresses of an external service are found.
        package enum Discovery: String, Enumeration {
            package static let name = "istio.networking.v1alpha3.ExternalService_Discovery"
            case none = "NONE"
            case fixed = "STATIC"
            case dns = "DNS"

            package var doc: String {
                switch self {
                case .none: "The address that the client asked for."
                case .fixed: "The addresses listed."
                case .dns: "The addresses that names resolve to."
                }
            }
        }
    }
}

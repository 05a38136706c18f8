package import Schema

extension Legacy {
    /// A load balancer at the edge of the mesh, as Istio 0.7.1 knew it.
    package struct Gateway: Resource {
        package static let kind = Kind(
            "networking.istio.io", "v1alpha3", name: "Gateway", plural: "gateways", generation: .classic,
            classicType: "gateway")
        package static let schema = Schema(
            Gateway(), "A load balancer at the edge of the mesh, as Istio 0.7.1 knew it.",
            name: "v1alpha3.Gateway")

        package init() {}

        package let servers = Field<[Server]>("Ports that are open and what is expected there.", .expected)
        package let selector = Field<[String: String]>("Labels of the pods that become this gateway.")

        /// A port that is open, for some hosts.
        package struct Server: Message {
            package static let schema = Schema(
                Server(), "A port that is open, for some hosts.", name: "v1alpha3.Server")

            package init() {}

            package let port = Field<Port>("The port to listen on.", .expected)
            package let hosts = Field<[String]>("Hosts that are served on this port.", .expected)
            package let tls = Field<TLSOptions>("How connections are secured.")

            /// How connections to a gateway are secured.
            package struct TLSOptions: Message {
                package static let schema = Schema(
                    TLSOptions(), "How connections to a gateway are secured.",
                    name: "v1alpha3.Server_TLSOptions")

                package init() {}

                package let httpsRedirect = Field<Bool>("Sends all plain HTTP clients to HTTPS.")
                package let mode = Field<Mode>("Who shows a certificate.")
                package let serverCertificate = Field<String>(
                    "File with the server's certificate.", .expected)
                package let privateKey = Field<String>("File with the server's private key.", .expected)
                package let caCertificates = Field<String>(
                    "File with the authorities that may sign client certificates.", .expected)
                package let subjectAltNames = Field<[String]>(
                    "Names of which a client's certificate must carry one.")

                /// Who shows a certificate at a gateway.
                package enum Mode: String, Enumeration {
                    package static let name = "istio.networking.v1alpha3.Server_TLSOptions_TLSmode"
                    case passthrough = "PASSTHROUGH"
                    case simple = "SIMPLE"
                    case mutual = "MUTUAL"

                    package var doc: String {
                        switch self {
                        case .passthrough: "Connections are handed on as they are."
                        case .simple: "The server shows a certificate."
                        case .mutual: "Server and client show certificates."
                        }
                    }
                }
            }
        }
    }
}

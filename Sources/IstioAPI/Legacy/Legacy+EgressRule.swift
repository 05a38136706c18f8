package import Schema
import YAML

extension Legacy {
    /// Opens a service outside the mesh to the applications in it.
    package struct EgressRule: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "EgressRule", plural: "egressrules", generation: .classic,
            classicType: "egress-rule")
        package static let schema = Schema(
            EgressRule(), "Opens a service outside the mesh to the applications in it.",
            name: "v1alpha1.EgressRule")

        package init() {}

        package let destination = Field<IstioService>(
            "The outer service, given in its field `service` as a host name or CIDR block.", .expected)
        package let ports = Field<[Port]>("Ports that may be called.", .expected)
        package let useEgressProxy = Field<Bool>(
            "Sends the traffic through an egress proxy, which Istio 0.7.1 does not support.", default: false)

        /// A port and what is spoken there.
        package struct Port: Message {
            package static let schema = Schema(
                Port(), "A port and what is spoken there.", name: "v1alpha1.EgressRule_Port")

            package init() {}

            package let port = Field<Int32>("Number of the port.")
            package let `protocol` = Field<String>("HTTP, HTTP2, GRPC, HTTPS, TCP or MONGO.")
        }
    }
}

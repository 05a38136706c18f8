package import Schema

extension Legacy {
    /// Lets requests in; Istio 0.7.1 made such rules itself and refuses them in files.
    package struct IngressRule: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "IngressRule", plural: "ingressrules", generation: .classic,
            classicType: "ingress-rule")
        package static let schema = Schema(
            IngressRule(),
            "Lets requests in; Istio 0.7.1 made such rules itself and refuses them in files.",
            name: "v1alpha1.IngressRule")

        package init() {}

        package let port = Field<Int32>("Port on which the ingress listens.", .expected)
        package let tlsSecret = Field<String>("Secret with the certificate and the key.")
        package let precedence = Field<Int32>("Rank among the ingress rules, higher first.")
        package let match = Field<MatchCondition>("Which requests the rule applies to.")
        package let destination = Field<IstioService>("The service that gets the requests.", .expected)
        package let destinationPort = Field<Int32>(
            "Number of the service's port.", .oneOf("destination_service_port"))
        package let destinationPortName = Field<String>(
            "Name of the service's port.", .oneOf("destination_service_port"))
    }
}

package import Schema

extension Legacy {
    /// What a request must look like for a rule to apply.
    package struct MatchCondition: Message {
        package static let schema = Schema(
            MatchCondition(), "What a request must look like for a rule to apply.",
            name: "v1alpha1.MatchCondition")

        package init() {}

        package let source = Field<IstioService>("The service that sends the request.")
        package let tcp = Field<L4MatchAttributes>("Addresses of TCP connections.")
        package let udp = Field<L4MatchAttributes>(
            "Addresses of UDP packets, which Istio 0.7.1 does not support.")
        package let request = Field<MatchRequest>("Properties of the HTTP request.")

        /// Subnets at both ends of a connection.
        package struct L4MatchAttributes: Message {
            package static let schema = Schema(
                L4MatchAttributes(), "Subnets at both ends of a connection.",
                name: "v1alpha1.L4MatchAttributes")

            package init() {}

            package let sourceSubnet = Field<[String]>(
                "IPv4 addresses or CIDR blocks that connections come from.")
            package let destinationSubnet = Field<[String]>(
                "IPv4 addresses or CIDR blocks that connections go to.")
        }

        /// Properties of an HTTP request.
        package struct MatchRequest: Message {
            package static let schema = Schema(
                MatchRequest(), "Properties of an HTTP request.", name: "v1alpha1.MatchRequest")

            package init() {}

            package let headers = Field<[String: StringMatch]>(
                "Conditions by header in lower case; `uri`, `scheme`, `method` and `authority` count too."
            )
        }

        /// A condition on a text.
        package struct StringMatch: Message {
            package static let schema = Schema(
                StringMatch(), "A condition on a text.", name: "v1alpha1.StringMatch")

            package init() {}

            package let exact = Field<String>("The whole text.", .oneOf("match_type"))
            package let prefix = Field<String>("How the text begins.", .oneOf("match_type"))
            package let regex = Field<String>(
                "A regular expression for the whole text.", .oneOf("match_type"))
        }
    }
}

package import Schema

extension Legacy {
    /// Which tokens of end users are accepted.
    package struct EndUserAuthenticationPolicySpec: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "EndUserAuthenticationPolicySpec",
            plural: "enduserauthenticationpolicyspecs", generation: .classic,
            classicType: "end-user-authentication-policy-spec")
        package static let schema = Schema(
            EndUserAuthenticationPolicySpec(), "Which tokens of end users are accepted.",
            name: "client.EndUserAuthenticationPolicySpec")

        package init() {}

        package let jwts = Field<[JWT]>("Tokens of which one must be valid.", .expected)

        /// A kind of token and how it is checked.
        package struct JWT: Message {
            package static let schema = Schema(
                JWT(), "A kind of token and how it is checked.", name: "client.JWT")

            package init() {}

            package let issuer = Field<String>("Who issues the token.", .expected)
            package let audiences = Field<[String]>("Audiences of which the token must name one.")
            package let jwksUri = Field<String>("Where the issuer's public keys are found.", .expected)
            package let forwardJwt = Field<Bool>("Whether the service gets to see the token.")
            package let publicKeyCacheDuration = Field<Duration>("How long the public keys are remembered.")
            package let locations = Field<[Location]>("Where in the request the token is found.")
            package let jwksUriEnvoyCluster = Field<String>(
                "Name of the proxy's cluster for the public keys.")

            /// Where in the request a token is found.
            package struct Location: Message {
                package static let schema = Schema(
                    Location(), "Where in the request a token is found.", name: "client.JWT_Location")

                package init() {}

                package let header = Field<String>("Name of a header.", .oneOf("scheme"))
                package let query = Field<String>("Name of a query parameter.", .oneOf("scheme"))
            }
        }
    }
}

package import Schema

extension Legacy {
    /// Which services accept which tokens of end users.
    package struct EndUserAuthenticationPolicySpecBinding: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "EndUserAuthenticationPolicySpecBinding",
            plural: "enduserauthenticationpolicyspecbindings", generation: .classic,
            classicType: "end-user-authentication-policy-spec-binding")
        package static let schema = Schema(
            EndUserAuthenticationPolicySpecBinding(), "Which services accept which tokens of end users.",
            name: "client.EndUserAuthenticationPolicySpecBinding")

        package init() {}

        package let services = Field<[ServiceReference]>("The services.", .expected)
        package let policies = Field<[Reference]>("The policies.", .expected)

        /// A policy by name.
        package struct Reference: Message {
            package static let schema = Schema(
                Reference(), "A policy by name.", name: "client.EndUserAuthenticationPolicySpecReference")

            package init() {}

            package let name = Field<String>("Name of the policy.", .expected)
            package let namespace = Field<String>("Namespace of the policy, the binding's own if absent.")
        }
    }
}

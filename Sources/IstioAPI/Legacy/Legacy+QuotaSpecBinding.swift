package import Schema

extension Legacy {
    /// Which services have which quota specifications.
    package struct QuotaSpecBinding: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "QuotaSpecBinding", plural: "quotaspecbindings",
            generation: .classic, classicType: "quota-spec-binding")
        package static let schema = Schema(
            QuotaSpecBinding(), "Which services have which quota specifications.",
            name: "client.QuotaSpecBinding")

        package init() {}

        package let services = Field<[ServiceReference]>("The services.", .expected)
        package let quotaSpecs = Field<[Reference]>("The specifications.", .expected)

        /// A specification by name.
        package struct Reference: Message {
            package static let schema = Schema(
                Reference(), "A specification by name.", name: "client.QuotaSpecBinding_QuotaSpecReference")

            package init() {}

            package let name = Field<String>("Name of the specification.", .expected)
            package let namespace = Field<String>(
                "Namespace of the specification, the binding's own if absent.")
        }
    }
}

package import Schema

extension Legacy {
    /// Which services have which HTTP API specifications.
    package struct HTTPAPISpecBinding: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "HTTPAPISpecBinding", plural: "httpapispecbindings",
            generation: .classic, classicType: "http-api-spec-binding")
        package static let schema = Schema(
            HTTPAPISpecBinding(), "Which services have which HTTP API specifications.",
            name: "client.HTTPAPISpecBinding")

        package init() {}

        package let services = Field<[ServiceReference]>("The services.", .expected)
        package let apiSpecs = Field<[Reference]>("The specifications.", .expected)

        /// A specification by name.
        package struct Reference: Message {
            package static let schema = Schema(
                Reference(), "A specification by name.", name: "client.HTTPAPISpecReference")

            package init() {}

            package let name = Field<String>("Name of the specification.", .expected)
            package let namespace = Field<String>(
                "Namespace of the specification, the binding's own if absent.")
        }
    }
}

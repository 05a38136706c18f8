package import Schema

extension Legacy {
    /// Which calls an HTTP API has and which attributes they give Mixer.
    package struct HTTPAPISpec: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "HTTPAPISpec", plural: "httpapispecs", generation: .classic,
            classicType: "http-api-spec")
        package static let schema = Schema(
            HTTPAPISpec(), "Which calls an HTTP API has and which attributes they give Mixer.",
            name: "client.HTTPAPISpec")

        package init() {}

        package let attributes = Field<Attributes>("Attributes of every call.")
        package let patterns = Field<[Pattern]>("The calls.")
        package let apiKeys = Field<[APIKey]>("Where callers put their key.")

        /// One call of an API.
        package struct Pattern: Message {
            package static let schema = Schema(
                Pattern(), "One call of an API.", name: "client.HTTPAPISpecPattern")

            package init() {}

            package let attributes = Field<Attributes>("Attributes of this call.")
            package let httpMethod = Field<String>("Method of the call.")
            package let uriTemplate = Field<String>("Template of the path as in RFC 6570.", .oneOf("pattern"))
            package let regex = Field<String>("A regular expression for the path.", .oneOf("pattern"))
        }

        /// Where callers put their key.
        package struct APIKey: Message {
            package static let schema = Schema(
                APIKey(), "Where callers put their key.", name: "client.APIKey")

            package init() {}

            package let query = Field<String>("Name of a query parameter.", .oneOf("key"))
            package let header = Field<String>("Name of a header.", .oneOf("key"))
            package let cookie = Field<String>("Name of a cookie.", .oneOf("key"))
        }
    }
}

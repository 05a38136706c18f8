package import Schema

extension Legacy {
    /// A port of a gateway or of an external service.
    package struct Port: Message {
        package static let schema = Schema(
            Port(), "A port of a gateway or of an external service.", name: "v1alpha3.Port")

        package init() {}

        package let number = Field<UInt32>("Number of the port, 1 to 65535.", .expected)
        package let `protocol` = Field<String>(
            "What is spoken there, such as HTTP, HTTPS, GRPC, HTTP2, MONGO, REDIS or TCP.")
        package let name = Field<String>("Name of the port.")
    }
}

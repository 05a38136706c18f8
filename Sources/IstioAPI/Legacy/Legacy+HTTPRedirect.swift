package import Schema

extension Legacy {
    /// Where a client is sent instead.
    package struct HTTPRedirect: Message {
        package static let schema = Schema(
            HTTPRedirect(), "Where a client is sent instead.", name: "v1alpha1.HTTPRedirect")

        package init() {}

        package let uri = Field<String>("Path that replaces the request's.")
        package let authority = Field<String>("Host that replaces the request's.")
    }
}

package import Schema

extension Legacy {
    /// What is changed in a request before it is forwarded.
    package struct HTTPRewrite: Message {
        package static let schema = Schema(
            HTTPRewrite(), "What is changed in a request before it is forwarded.",
            name: "v1alpha1.HTTPRewrite")

        package init() {}

        package let uri = Field<String>("Path, or the matched prefix of it, to put in place.")
        package let authority = Field<String>("Host to put in place.")
    }
}

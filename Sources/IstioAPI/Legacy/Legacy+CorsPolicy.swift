package import Schema

extension Legacy {
    /// Which other origins may call from a browser.
    package struct CorsPolicy: Message {
        package static let schema = Schema(
            CorsPolicy(), "Which other origins may call from a browser.", name: "v1alpha1.CorsPolicy")

        package init() {}

        package let allowOrigin = Field<[String]>("Origins that may call, `*` for all.")
        package let allowMethods = Field<[String]>("HTTP methods that may be used.")
        package let allowHeaders = Field<[String]>("Headers that requests may carry.")
        package let exposeHeaders = Field<[String]>("Headers that scripts may read.")
        package let maxAge = Field<Duration>("How long browsers may remember the answer, in whole seconds.")
        package let allowCredentials = Field<BoolValue>("Whether cookies and the like may be sent.")
    }
}

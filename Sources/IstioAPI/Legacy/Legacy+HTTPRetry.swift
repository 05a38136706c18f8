package import Schema

extension Legacy {
    /// How failed requests are tried again.
    package struct HTTPRetry: Message {
        package static let schema = Schema(
            HTTPRetry(), "How failed requests are tried again.", name: "v1alpha1.HTTPRetry")

        package init() {}

        package let simpleRetry = Field<SimpleRetryPolicy>(
            "A fixed number of attempts.", .oneOf("retry_policy"))
        package let custom = Field<AnyMessage>("A policy of the proxy's own.", .oneOf("retry_policy"))

        /// A fixed number of attempts.
        package struct SimpleRetryPolicy: Message {
            package static let schema = Schema(
                SimpleRetryPolicy(), "A fixed number of attempts.",
                name: "v1alpha1.HTTPRetry_SimpleRetryPolicy")

            package init() {}

            package let attempts = Field<Int32>("How often a request is tried again.", .expected)
            package let perTryTimeout = Field<Duration>("Time for each attempt, at least 1ms.")
            package let overrideHeaderName = Field<String>(
                "A header in which clients may ask for another number.")
        }
    }
}

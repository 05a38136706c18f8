package import Schema
import YAML

extension Legacy {
    /// How long a request may take.
    package struct HTTPTimeout: Message {
        package static let schema = Schema(
            HTTPTimeout(), "How long a request may take.", name: "v1alpha1.HTTPTimeout")

        package init() {}

        package let simpleTimeout = Field<SimpleTimeoutPolicy>("A fixed time.", .oneOf("timeout_policy"))
        package let custom = Field<AnyMessage>("A policy of the proxy's own.", .oneOf("timeout_policy"))

        /// A fixed time for a request.
        package struct SimpleTimeoutPolicy: Message {
            package static let schema = Schema(
                SimpleTimeoutPolicy(), "A fixed time for a request.",
                name: "v1alpha1.HTTPTimeout_SimpleTimeoutPolicy")

            package init() {}

            package let timeout = Field<Duration>(
                "Time for the whole request, at least 1ms.", .expected, default: "15s")
            package let overrideHeaderName = Field<String>(
                "A header in which clients may ask for another time.")
        }
    }
}

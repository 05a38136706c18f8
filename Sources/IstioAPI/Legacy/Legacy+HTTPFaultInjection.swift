package import Schema

extension Legacy {
    /// Delays and errors made on purpose for HTTP requests.
    package struct HTTPFaultInjection: Message {
        package static let schema = Schema(
            HTTPFaultInjection(), "Delays and errors made on purpose for HTTP requests.",
            name: "v1alpha1.HTTPFaultInjection")

        package init() {}

        package let delay = Field<Delay>("Holds requests back.")
        package let abort = Field<Abort>("Answers with an error instead of forwarding.")

        /// Holds requests back, as a slow network would.
        package struct Delay: Message {
            package static let schema = Schema(
                Delay(), "Holds requests back, as a slow network would.",
                name: "v1alpha1.HTTPFaultInjection_Delay")

            package init() {}

            package let percent = Field<Float>("Share of the requests to delay, 0 to 100.")
            package let fixedDelay = Field<Duration>(
                "How long to wait, at least 1ms.", .expected, .oneOf("http_delay_type"))
            package let exponentialDelay = Field<Duration>(
                "A delay that varies, which Istio 0.7.1 does not support.", .oneOf("http_delay_type"))
            package let overrideHeaderName = Field<String>(
                "A header in which clients may ask for another delay.")
        }

        /// Answers with an error, as a failing service would.
        package struct Abort: Message {
            package static let schema = Schema(
                Abort(), "Answers with an error, as a failing service would.",
                name: "v1alpha1.HTTPFaultInjection_Abort")

            package init() {}

            package let percent = Field<Float>("Share of the requests to abort, 0 to 100.")
            package let grpcStatus = Field<String>(
                "A gRPC status, which Istio 0.7.1 does not support.", .oneOf("error_type"))
            package let http2Error = Field<String>("An HTTP/2 error.", .oneOf("error_type"))
            package let httpStatus = Field<Int32>(
                "The HTTP status of the answer.", .expected, .oneOf("error_type"))
            package let overrideHeaderName = Field<String>(
                "A header in which clients may ask for another status.")
        }
    }
}

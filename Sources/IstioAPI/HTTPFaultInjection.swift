package import Schema

/// Faults to inject, to see how callers cope.
package struct HTTPFaultInjection: Message {
    package static let schema = Schema(HTTPFaultInjection(), "Faults to inject, to see how callers cope.")

    package init() {}

    package let delay = Field<Delay>("Delays before forwarding.")
    package let abort = Field<Abort>("Errors instead of forwarding.")

    /// A delay before forwarding.
    package struct Delay: Message {
        package static let schema = Schema(Delay(), "A delay before forwarding.")

        package init() {}

        package let percent = Field<Int32>(
            "Share of the requests to delay, in whole percent.", .deprecated("use `percentage`"))
        package let fixedDelay = Field<Duration>(
            "The delay, at least 1ms.", .minimumMilliseconds(1), .oneOf("http_delay_type"))
        package let exponentialDelay = Field<Duration>(
            "A mean delay; not acted upon.", .minimumMilliseconds(1), .oneOf("http_delay_type"))
        package let percentage = Field<Percent>(
            "Share of the requests to delay, none if absent.", .since("1.1"))
    }

    /// An error instead of forwarding.
    package struct Abort: Message {
        package static let schema = Schema(Abort(), "An error instead of forwarding.")

        package init() {}

        package let httpStatus = Field<Int32>("HTTP status to answer with.", .oneOf("error_type"))
        package let grpcStatus = Field<String>(
            "gRPC status to answer with, by its name.", .oneOf("error_type"))
        package let http2Error = Field<String>(
            "HTTP/2 error to answer with; not acted upon.", .oneOf("error_type"))
        package let percentage = Field<Percent>(
            "Share of the requests to abort, all if absent.", .since("1.1"))
    }
}

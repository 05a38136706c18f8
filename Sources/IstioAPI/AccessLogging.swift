package import Schema

/// What requests to log, and where.
package struct AccessLogging: Message {
    package static let schema = Schema(AccessLogging(), "What requests to log, and where.")

    package init() {}

    package let match = Field<LogSelector>("The side of the traffic, both if absent.", .since("1.14"))
    package let providers = Field<[Telemetry.ProviderRef]>("Where to log.")
    package let disabled = Field<BoolValue>("Logs nothing.")
    package let filter = Field<Filter>("Which requests to log, all if absent.", .since("1.13"))

    /// A side of the traffic.
    package struct LogSelector: Message {
        package static let schema = Schema(LogSelector(), "A side of the traffic.")

        package init() {}

        package let mode = Field<Telemetry.WorkloadMode>("The side of the traffic.")
    }

    /// Which requests to log.
    package struct Filter: Message {
        package static let schema = Schema(Filter(), "Which requests to log.")

        package init() {}

        package let expression = Field<String>(
            "A CEL expression that is true for them, such as `response.code >= 400`.")
    }
}

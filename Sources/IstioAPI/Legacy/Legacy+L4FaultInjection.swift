package import Schema

extension Legacy {
    /// Faults made on purpose for TCP connections, which Istio 0.7.1 never implemented.
    package struct L4FaultInjection: Message {
        package static let schema = Schema(
            L4FaultInjection(),
            "Faults made on purpose for TCP connections, which Istio 0.7.1 never implemented.",
            name: "v1alpha1.L4FaultInjection")

        package init() {}

        package let throttle = Field<Throttle>("Slows connections down.")
        package let terminate = Field<Terminate>("Cuts connections.")

        /// Slows connections down.
        package struct Throttle: Message {
            package static let schema = Schema(
                Throttle(), "Slows connections down.", name: "v1alpha1.L4FaultInjection_Throttle")

            package init() {}

            package let percent = Field<Float>("Share of the connections to slow down, 0 to 100.")
            package let downstreamLimitBps = Field<Int64>("Bandwidth towards the client in bits per second.")
            package let upstreamLimitBps = Field<Int64>("Bandwidth towards the service in bits per second.")
            package let throttleAfterPeriod = Field<Duration>(
                "When to begin, counted from the start of the connection.", .oneOf("throttle_after"))
            package let throttleAfterBytes = Field<Double>(
                "When to begin, counted in bytes sent.", .oneOf("throttle_after"))
            package let throttleForPeriod = Field<Duration>("How long to go on.")
        }

        /// Cuts connections.
        package struct Terminate: Message {
            package static let schema = Schema(
                Terminate(), "Cuts connections.", name: "v1alpha1.L4FaultInjection_Terminate")

            package init() {}

            package let percent = Field<Float>("Share of the connections to cut, 0 to 100.")
            package let terminateAfterPeriod = Field<Duration>(
                "When to cut, counted from the start of the connection.")
        }
    }
}

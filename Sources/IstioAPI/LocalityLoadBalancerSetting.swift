package import Schema

/// Preferences among localities.
package struct LocalityLoadBalancerSetting: Message {
    package static let schema = Schema(LocalityLoadBalancerSetting(), "Preferences among localities.")

    package init() {}

    package let distribute = Field<[Distribute]>("Shares of the traffic from one locality that go to others.")
    package let failover = Field<[Failover]>("Regions that take over for a failing one.")
    package let failoverPriority = Field<[String]>(
        "Labels in order of weight by which endpoints are preferred.", .since("1.12"))
    package let enabled = Field<BoolValue>(
        "Turns locality load balancing on or off, instead of the mesh's setting.")

    /// How the traffic from one locality is spread.
    package struct Distribute: Message {
        package static let schema = Schema(Distribute(), "How the traffic from one locality is spread.")

        package init() {}

        package let from = Field<String>(
            "Locality of the callers, as `region/zone/subzone`; parts may be `*`.")
        package let to = Field<[String: UInt32]>("Percent for each locality, 100 in all.")
    }

    /// Which region takes over for a failing one.
    package struct Failover: Message {
        package static let schema = Schema(Failover(), "Which region takes over for a failing one.")

        package init() {}

        package let from = Field<String>("The failing region.")
        package let to = Field<String>("The region that takes over.")
    }
}

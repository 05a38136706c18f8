package import Schema

/// Which workloads are meant.
package struct WorkloadSelector: Message {
    package static let schema = Schema(WorkloadSelector(), "Which workloads are meant.")

    package init() {}

    package let labels = Field<[String: String]>(
        "Labels that the workloads carry, all of them.", .atMost(256), .eachAtMost(63))
}

/// Which workloads are meant.
package struct MatchLabelsSelector: Message {
    package static let schema = Schema(
        MatchLabelsSelector(), "Which workloads are meant.", name: "WorkloadSelector")

    package init() {}

    package let matchLabels = Field<[String: String]>(
        "Labels that the workloads carry, all of them.", .atMost(4096), .eachAtMost(63))
}

package import Schema

/// What the workloads outside Kubernetes that register themselves have in common.
package struct WorkloadGroup: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "WorkloadGroup", plural: "workloadgroups",
        short: ["wg"], columns: [.age])
    package static let requiresSpec = true
    package static let schema = Schema(
        WorkloadGroup(), "What the workloads outside Kubernetes that register themselves have in common.")

    package init() {}

    package let metadata = Field<ObjectMeta>("Labels and annotations of the entries.")
    package let template = Field<WorkloadEntry>(
        "What each entry is made from; it needs no address.", .required)
    package let probe = Field<ReadinessProbe>("How to see whether a workload is ready.")

    /// Labels and annotations of the entries.
    package struct ObjectMeta: Message {
        package static let schema = Schema(ObjectMeta(), "Labels and annotations of the entries.")

        package init() {}

        package let labels = Field<[String: String]>("Labels of the entries.", .atMost(256))
        package let annotations = Field<[String: String]>("Annotations of the entries.", .atMost(256))
    }
}

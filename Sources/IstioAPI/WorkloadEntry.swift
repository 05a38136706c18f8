package import Schema

/// A workload outside Kubernetes, such as a virtual machine.
package struct WorkloadEntry: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "WorkloadEntry", plural: "workloadentries",
        short: ["we"], columns: [.age, .init("Address", ".spec.address")])
    package static let requiresSpec = true
    package static let schema = Schema(
        WorkloadEntry(), "A workload outside Kubernetes, such as a virtual machine.")

    package init() {}

    package let address = Field<String>(
        "Address, name, or Unix socket (`unix:///path`) of the workload.", .atMost(256))
    package let ports = Field<[String: UInt32]>(
        "Ports of the workload, by name of the service's port.", .atMost(128))
    package let labels = Field<[String: String]>("Labels of the workload.", .atMost(256))
    package let network = Field<String>(
        "Network of the workload; workloads of one network reach each other.", .atMost(2048))
    package let locality = Field<String>("Where the workload is, as `region/zone/subzone`.", .atMost(2048))
    package let weight = Field<UInt32>("Share in proportion to other endpoints.")
    package let serviceAccount = Field<String>("Service account of the workload.", .atMost(253))
}

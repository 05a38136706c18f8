package import Schema

/// What workloads report: traces, metrics, and logs of requests.
package struct Telemetry: Resource {
    package static let kind = Kind(
        "telemetry.istio.io", "v1", "v1alpha1", name: "Telemetry", plural: "telemetries",
        short: ["telemetry"], columns: [.age])
    package static let schema = Schema(
        Telemetry(), "What workloads report: traces, metrics, and logs of requests.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let targetRef = Field<PolicyTargetReference>(
        "A gateway or service that this is attached to.", .since("1.20"))
    package let targetRefs = Field<[PolicyTargetReference]>(
        "Gateways or services that this is attached to.", .atMost(16), .since("1.22"))
    package let tracing = Field<[Tracing]>("What to trace.")
    package let metrics = Field<[Metrics]>("What to measure.", .since("1.11"))
    package let accessLogging = Field<[AccessLogging]>("What requests to log.", .since("1.11"))

    /// Sides of traffic on which a workload can be.
    package enum WorkloadMode: String, Enumeration {
        package static let name = "istio.telemetry.v1alpha1.WorkloadMode"

        case both = "CLIENT_AND_SERVER"
        case client = "CLIENT"
        case server = "SERVER"

        package var doc: String {
            switch self {
            case .both: "Both."
            case .client: "Traffic that the workload sends."
            case .server: "Traffic that the workload receives."
            }
        }
    }

    /// A provider that the mesh configuration describes.
    package struct ProviderRef: Message {
        package static let schema = Schema(ProviderRef(), "A provider that the mesh configuration describes.")

        package init() {}

        package let name = Field<String>("Name of the provider.", .required, .atLeast(1))
    }
}

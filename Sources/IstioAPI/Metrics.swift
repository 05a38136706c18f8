package import Schema

/// What to measure, and who gets it.
package struct Metrics: Message {
    package static let schema = Schema(Metrics(), "What to measure, and who gets it.")

    package init() {}

    package let providers = Field<[Telemetry.ProviderRef]>("Who gets the metrics.")
    package let overrides = Field<[Override]>("Changes of single metrics, in order.")
    package let reportingInterval = Field<Duration>(
        "Time between two reports of TCP connections, 5s if absent.", .minimumMilliseconds(1), .since("1.17"))

    /// Metrics.
    package struct Selector: Message {
        package static let schema = Schema(Selector(), "Metrics.", name: "MetricSelector")

        package init() {}

        package let metric = Field<IstioMetric>("One of Istio's metrics.", .oneOf("metric_match"))
        package let customMetric = Field<String>("Another metric.", .oneOf("metric_match"), .atLeast(1))
        package let mode = Field<Telemetry.WorkloadMode>("The side of the traffic, both if absent.")
    }

    /// A change of metrics.
    package struct Override: Message {
        package static let schema = Schema(Override(), "A change of metrics.", name: "MetricsOverrides")

        package init() {}

        package let match = Field<Selector>("The metrics, all if absent.")
        package let disabled = Field<BoolValue>("Measures them no more.")
        package let tagOverrides = Field<[String: TagOverride]>("Changes of tags, by name.")
    }

    /// A change of a tag.
    package struct TagOverride: Message {
        package static let schema = Schema(TagOverride(), "A change of a tag.")

        package init() {}

        package let operation = Field<Operation>("Whether to set or remove the tag.")
        package let value = Field<String>("Value of the tag as a CEL expression, needed to set it.")

        /// What becomes of a tag.
        package enum Operation: String, Enumeration {
            package static let name = "istio.telemetry.v1alpha1.MetricsOverrides_TagOverride_Operation"

            case upsert = "UPSERT"
            case remove = "REMOVE"

            package var doc: String {
                switch self {
                case .upsert: "Sets the tag, whether or not it exists."
                case .remove: "Removes the tag."
                }
            }
        }
    }

    /// Istio's own metrics.
    package enum IstioMetric: String, Enumeration {
        package static let name = "istio.telemetry.v1alpha1.MetricSelector_IstioMetric"

        case all = "ALL_METRICS"
        case requestCount = "REQUEST_COUNT"
        case requestDuration = "REQUEST_DURATION"
        case requestSize = "REQUEST_SIZE"
        case responseSize = "RESPONSE_SIZE"
        case connectionsOpened = "TCP_OPENED_CONNECTIONS"
        case connectionsClosed = "TCP_CLOSED_CONNECTIONS"
        case bytesSent = "TCP_SENT_BYTES"
        case bytesReceived = "TCP_RECEIVED_BYTES"
        case requestMessages = "GRPC_REQUEST_MESSAGES"
        case responseMessages = "GRPC_RESPONSE_MESSAGES"

        package var doc: String {
            switch self {
            case .all: "All metrics."
            case .requestCount: "Requests."
            case .requestDuration: "Time that requests take."
            case .requestSize: "Bytes of requests."
            case .responseSize: "Bytes of answers."
            case .connectionsOpened: "Connections opened."
            case .connectionsClosed: "Connections closed."
            case .bytesSent: "Bytes sent over connections."
            case .bytesReceived: "Bytes received over connections."
            case .requestMessages: "Messages that gRPC clients send."
            case .responseMessages: "Messages that gRPC servers send."
            }
        }
    }
}

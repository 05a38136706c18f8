package import Schema
import YAML

/// Traffic that an extension sees.
package struct TrafficSelector: Message {
    package static let schema = Schema(TrafficSelector(), "Traffic that an extension sees.")

    package init() {}

    package let mode = Field<WorkloadMode>(
        "Side of the traffic on which the workload is.", default: "CLIENT_AND_SERVER")
    package let ports = Field<[Port]>("Ports of the traffic, all if absent.", .listKey("number"))

    /// A port by its number.
    package struct Port: Message {
        package static let schema = Schema(Port(), "A port by its number.", name: "PortSelector")

        package init() {}

        package let number = Field<UInt32>("The port's number.", .required, .range(1...65535))
    }
}

/// Sides of traffic on which a workload can be.
package enum WorkloadMode: String, Enumeration {
    package static let name = "istio.type.v1beta1.WorkloadMode"

    case undefined = "UNDEFINED"
    case client = "CLIENT"
    case server = "SERVER"
    case both = "CLIENT_AND_SERVER"

    package var doc: String {
        switch self {
        case .undefined: "Both, as if absent."
        case .client: "Traffic that the workload sends."
        case .server: "Traffic that the workload receives."
        case .both: "Both."
        }
    }
}

package import Schema
import YAML

/// A service that no registry knows, added to the mesh.
package struct ServiceEntry: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "ServiceEntry", plural: "serviceentries",
        short: ["se"],
        columns: [
            .init("Hosts", ".spec.hosts"), .init("Location", ".spec.location"),
            .init("Resolution", ".spec.resolution"), .age,
        ])
    package static let requiresSpec = true
    package static let schema = Schema(ServiceEntry(), "A service that no registry knows, added to the mesh.")

    package init() {}

    package let hosts = Field<[String]>(
        "Names of the service, also with a leading `*.`.", .required, .atLeast(1), .atMost(256))
    package let addresses = Field<[String]>(
        "Virtual addresses or subnets of the service.", .atMost(256), .eachAtMost(64))
    package let ports = Field<[ServicePort]>("Ports of the service.", .atMost(256), .listKey("name"))
    package let location = Field<Location>(
        "Whether the service counts as part of the mesh.", default: "MESH_EXTERNAL")
    package let resolution = Field<Resolution>(
        "How the addresses of its endpoints are found.", default: "NONE")
    package let endpoints = Field<[WorkloadEntry]>("The endpoints.", .atMost(4096))
    package let workloadSelector = Field<WorkloadSelector>(
        "Labels of the workloads that are the endpoints; only for services in the mesh.", .since("1.6"))
    package let exportTo = Field<[String]>(
        "Namespaces that see this service: `.` its own, `*` all, or names.", .since("1.1"), default: ["*"])
    package let subjectAltNames = Field<[String]>(
        "Names, of which the servers' certificates must bear one.", .since("1.1"))

    /// Whether a service counts as part of the mesh.
    package enum Location: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.ServiceEntry_Location"

        case external = "MESH_EXTERNAL"
        case `internal` = "MESH_INTERNAL"

        package var doc: String {
            switch self {
            case .external: "Outside the mesh: no mutual TLS."
            case .internal: "Part of the mesh."
            }
        }
    }

    /// How the addresses of endpoints are found.
    package enum Resolution: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.ServiceEntry_Resolution"

        case original = "NONE"
        case fixed = "STATIC"
        case dns = "DNS"
        case dnsRoundRobin = "DNS_ROUND_ROBIN"
        case dynamicDNS = "DYNAMIC_DNS"

        package var doc: String {
            switch self {
            case .original: "The address that the caller asked for."
            case .fixed: "The addresses of the endpoints."
            case .dns: "Asks DNS all the time and uses all answers."
            case .dnsRoundRobin: "Asks DNS when a connection is made and uses the first answer."
            case .dynamicDNS: "Asks DNS for the host that a request names."
            }
        }
    }
}

/// A port of a service.
package struct ServicePort: Message {
    package static let schema = Schema(ServicePort(), "A port of a service.")

    package init() {}

    package let number = Field<UInt32>("Its number.", .required)
    package let `protocol` = Field<String>(
        "What is spoken there: HTTP, HTTPS, GRPC, HTTP2, MONGO, TCP or TLS.", .atMost(256))
    package let name = Field<String>("Its name.", .required, .atMost(256))
    package let targetPort = Field<UInt32>("Port of the endpoints, the same if absent.")
}

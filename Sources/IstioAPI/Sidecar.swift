package import Schema
import YAML

/// What the proxies of some workloads accept and reach.
package struct Sidecar: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "Sidecar", plural: "sidecars")
    package static let schema = Schema(Sidecar(), "What the proxies of some workloads accept and reach.")

    package init() {}

    package let workloadSelector = Field<WorkloadSelector>("The workloads, all of the namespace if absent.")
    package let ingress = Field<[IstioIngressListener]>(
        "Ports on which the proxy accepts traffic for its workload.")
    package let egress = Field<[IstioEgressListener]>("Services that the workload may reach.")
    package let inboundConnectionPool = Field<ConnectionPoolSettings>(
        "Limits on connections and requests that come in.", .since("1.20"))
    package let outboundTrafficPolicy = Field<OutboundTrafficPolicy>(
        "What becomes of traffic to unknown destinations.", .since("1.3"))
}

/// A port on which a proxy accepts traffic for its workload.
package struct IstioIngressListener: Message {
    package static let schema = Schema(
        IstioIngressListener(), "A port on which a proxy accepts traffic for its workload.")

    package init() {}

    package let port = Field<SidecarPort>("The port.", .required)
    package let bind = Field<String>("Address to listen on, the workload's if absent.")
    package let captureMode = Field<CaptureMode>("How traffic gets to the proxy.")
    package let defaultEndpoint = Field<String>(
        "Where to forward: `127.0.0.1:PORT`, `0.0.0.0:PORT`, or a Unix socket.")
    package let tls = Field<ServerTLSSettings>(
        "Certificates for traffic from outside the mesh.", .since("1.13"))
    package let connectionPool = Field<ConnectionPoolSettings>(
        "Limits on connections and requests at this port.", .since("1.20"))
}

/// A port at which a workload reaches services.
package struct IstioEgressListener: Message {
    package static let schema = Schema(IstioEgressListener(), "A port at which a workload reaches services.")

    package init() {}

    package let port = Field<SidecarPort>("The port, all if absent.")
    package let bind = Field<String>("Address or Unix socket to listen on.")
    package let captureMode = Field<CaptureMode>("How traffic gets to the proxy.")
    package let hosts = Field<[String]>(
        "Services to reach as `namespace/name`: `.` is the own namespace, `*` any, `~` none.", .required)
}

/// What becomes of traffic to unknown destinations.
package struct OutboundTrafficPolicy: Message {
    package static let schema = Schema(
        OutboundTrafficPolicy(), "What becomes of traffic to unknown destinations.")

    package init() {}

    package let mode = Field<Mode>("Whether unknown destinations are reached.")
    package let egressProxy = Field<Destination>(
        "A service through which to send such traffic.", .since("1.6"))

    /// What becomes of traffic to unknown destinations.
    package enum Mode: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.OutboundTrafficPolicy_Mode"

        case registryOnly = "REGISTRY_ONLY"
        case allowAny = "ALLOW_ANY"

        package var doc: String {
            switch self {
            case .registryOnly: "Unknown destinations are refused."
            case .allowAny: "Unknown destinations are reached as they are."
            }
        }
    }
}

/// A port of a proxy.
package struct SidecarPort: Message {
    package static let schema = Schema(SidecarPort(), "A port of a proxy.")

    package init() {}

    package let number = Field<UInt32>("Its number.")
    package let `protocol` = Field<String>(
        "What is spoken there: HTTP, HTTPS, GRPC, HTTP2, MONGO, TCP or TLS.")
    package let name = Field<String>("Its name.")
    package let targetPort = Field<UInt32>(
        "Port of the endpoints; not acted upon.", .deprecated("it has no effect; remove it"))
}

/// How traffic gets to a proxy.
package enum CaptureMode: String, Enumeration {
    package static let name = "istio.networking.v1alpha3.CaptureMode"

    case `default` = "DEFAULT"
    case iptables = "IPTABLES"
    case explicit = "NONE"

    package var doc: String {
        switch self {
        case .default: "As the environment is set up."
        case .iptables: "Redirected by iptables."
        case .explicit: "Sent to the proxy on purpose."
        }
    }
}

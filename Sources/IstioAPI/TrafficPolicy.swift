package import Schema
import YAML

/// How clients treat traffic to a service.
package struct TrafficPolicy: Message {
    package static let schema = Schema(TrafficPolicy(), "How clients treat traffic to a service.")

    package init() {}

    package let loadBalancer = Field<LoadBalancerSettings>("How an endpoint is chosen.")
    package let connectionPool = Field<ConnectionPoolSettings>("Limits on connections and requests.")
    package let outlierDetection = Field<OutlierDetection>("When failing endpoints are left out.")
    package let tls = Field<ClientTLSSettings>("How clients secure their connections.")
    package let portLevelSettings = Field<[PortTrafficPolicy]>(
        "Policies for single ports, which replace the others whole.", .atMost(4096))
    package let tunnel = Field<TunnelSettings>("A proxy through which to tunnel.", .since("1.14"))
    package let proxyProtocol = Field<ProxyProtocol>("A PROXY protocol header to send first.", .since("1.21"))
    package let retryBudget = Field<RetryBudget>(
        "Limit on concurrent retries in relation to active requests.", .since("1.27"))

    /// How clients treat traffic to one port.
    package struct PortTrafficPolicy: Message {
        package static let schema = Schema(PortTrafficPolicy(), "How clients treat traffic to one port.")

        package init() {}

        package let port = Field<PortSelector>("The port of the service.")
        package let loadBalancer = Field<LoadBalancerSettings>("How an endpoint is chosen.")
        package let connectionPool = Field<ConnectionPoolSettings>("Limits on connections and requests.")
        package let outlierDetection = Field<OutlierDetection>("When failing endpoints are left out.")
        package let tls = Field<ClientTLSSettings>("How clients secure their connections.")
    }

    /// A tunnel through an HTTP proxy.
    package struct TunnelSettings: Message {
        package static let schema = Schema(TunnelSettings(), "A tunnel through an HTTP proxy.")

        package init() {}

        package let `protocol` = Field<String>("`CONNECT` or `POST`; `CONNECT` if absent.")
        package let targetHost = Field<String>(
            "Host at the far end of the tunnel, a name or an address.", .required)
        package let targetPort = Field<UInt32>("Port at the far end of the tunnel.", .required)
    }

    /// A PROXY protocol header.
    package struct ProxyProtocol: Message {
        package static let schema = Schema(ProxyProtocol(), "A PROXY protocol header.")

        package init() {}

        package let version = Field<Version>("Version of the protocol.")

        /// A version of the PROXY protocol.
        package enum Version: String, Enumeration {
            package static let name = "istio.networking.v1alpha3.TrafficPolicy_ProxyProtocol_VERSION"

            case v1 = "V1"
            case v2 = "V2"

            package var doc: String {
                switch self {
                case .v1: "The text form."
                case .v2: "The binary form."
                }
            }
        }
    }

    /// Limit on concurrent retries in relation to active requests.
    package struct RetryBudget: Message {
        package static let schema = Schema(
            RetryBudget(), "Limit on concurrent retries in relation to active requests.")

        package init() {}

        package let percent = Field<Double>(
            "Retries allowed, in percent of active and pending requests.", .range(0...100), default: 20)
        package let minRetryConcurrency = Field<UInt32>(
            "Retries that are always allowed at once.", default: 3)
    }
}

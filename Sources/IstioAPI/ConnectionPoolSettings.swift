package import Schema
import YAML

/// Limits on connections and requests.
package struct ConnectionPoolSettings: Message {
    package static let schema = Schema(ConnectionPoolSettings(), "Limits on connections and requests.")

    package init() {}

    package let tcp = Field<TCPSettings>("Limits for all connections.")
    package let http = Field<HTTPSettings>("Limits for HTTP.")

    /// Limits for all connections.
    package struct TCPSettings: Message {
        package static let schema = Schema(TCPSettings(), "Limits for all connections.")

        package init() {}

        package let maxConnections = Field<Int32>("Connections to the service at most.")
        package let connectTimeout = Field<Duration>(
            "Time for making a connection, at least 1ms.", .minimumMilliseconds(1), default: "10s")
        package let tcpKeepalive = Field<TcpKeepalive>(
            "Keep-alive probes of the operating system.", .since("1.1"))
        package let maxConnectionDuration = Field<Duration>(
            "Longest life of a connection, at least 1ms; no limit if absent.", .minimumMilliseconds(1),
            .since("1.15"))
        package let idleTimeout = Field<Duration>(
            "Time without traffic after which a connection is closed.", .since("1.21"), default: "1h")

        /// Keep-alive probes of the operating system.
        package struct TcpKeepalive: Message {
            package static let schema = Schema(TcpKeepalive(), "Keep-alive probes of the operating system.")

            package init() {}

            package let probes = Field<UInt32>(
                "Unanswered probes after which a connection is dead.", default: 9)
            package let time = Field<Duration>(
                "Idle time before the first probe.", .minimumMilliseconds(1), default: "7200s")
            package let interval = Field<Duration>(
                "Time between two probes.", .minimumMilliseconds(1), default: "75s")
        }
    }

    /// Limits for HTTP.
    package struct HTTPSettings: Message {
        package static let schema = Schema(HTTPSettings(), "Limits for HTTP.")

        package init() {}

        package let http1MaxPendingRequests = Field<Int32>("Requests that may wait for a connection.")
        package let http2MaxRequests = Field<Int32>("Requests under way at the same time.")
        package let maxRequestsPerConnection = Field<Int32>(
            "Requests after which a connection is closed; no limit if 0.", default: 0)
        package let maxRetries = Field<Int32>("Retries under way at the same time.")
        package let idleTimeout = Field<Duration>(
            "Time without requests after which a connection is closed.", .minimumMilliseconds(1),
            .since("1.2"), default: "1h")
        package let h2UpgradePolicy = Field<H2UpgradePolicy>(
            "Whether HTTP/1.1 is upgraded to HTTP/2.", .since("1.3"), default: "DEFAULT")
        package let useClientProtocol = Field<Bool>(
            "Keeps the protocol that the client speaks.", .since("1.8"))
        package let maxConcurrentStreams = Field<Int32>(
            "Streams of one HTTP/2 connection at most.", .since("1.21"))

        /// Whether HTTP/1.1 is upgraded to HTTP/2.
        package enum H2UpgradePolicy: String, Enumeration {
            package static let name =
                "istio.networking.v1alpha3.ConnectionPoolSettings_HTTPSettings_H2UpgradePolicy"

            case `default` = "DEFAULT"
            case doNotUpgrade = "DO_NOT_UPGRADE"
            case upgrade = "UPGRADE"

            package var doc: String {
                switch self {
                case .default: "As the mesh is configured."
                case .doNotUpgrade: "Stays with HTTP/1.1."
                case .upgrade: "Upgrades to HTTP/2."
                }
            }
        }
    }
}

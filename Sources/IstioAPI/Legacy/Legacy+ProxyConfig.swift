package import Schema

extension Legacy {
    /// Settings of proxies, as Istio 0.7.1 read them.
    package struct ProxyConfig: Message {
        package static let schema = Schema(
            ProxyConfig(), "Settings of the proxies of Istio 0.7.1.", name: "v1alpha1.ProxyConfig")

        package init() {}

        package let configPath = Field<String>(
            "Directory of the proxy's generated configuration.", default: "/etc/istio/proxy")
        package let binaryPath = Field<String>("The proxy's program.", default: "/usr/local/bin/envoy")
        package let serviceCluster = Field<String>(
            "Name that proxies of one service share.", default: "istio-proxy")
        package let availabilityZone = Field<String>("Zone of the proxy.")
        package let drainDuration = Field<Duration>(
            "Time for connections to end during a restart, at most 1h, in whole seconds.", default: "2s")
        package let parentShutdownDuration = Field<Duration>(
            "Time until the old process ends during a restart: longer than `drainDuration`, whole seconds.",
            default: "3s")
        package let discoveryAddress = Field<String>(
            "Address of Pilot, as `host:port`.", default: "istio-pilot:15007")
        package let discoveryRefreshDelay = Field<Duration>(
            "Time between requests to Pilot, from 1s to 10m.", default: "1s")
        package let zipkinAddress = Field<String>("Address of Zipkin, as `host:port`; no traces if empty.")
        package let connectTimeout = Field<Duration>(
            "Time for making a connection, from 1ms to 30s.", default: "1s")
        package let statsdUdpAddress = Field<String>(
            "Address of statsd, as `host:port`; no metrics are sent if empty.")
        package let proxyAdminPort = Field<Int32>("Port of the proxy's own pages.", default: 15_000)
        package let controlPlaneAuthPolicy = Field<AuthenticationPolicy>(
            "How the proxy talks to the control plane.")
        package let customConfigFile = Field<String>("A configuration to use instead of the generated one.")
        package let statNameLength = Field<Int32>("The longest name of a statistic.")
        package let concurrency = Field<Int32>("Number of worker threads; one a core if 0.")
        package let proxyBootstrapTemplatePath = Field<String>("Template of the proxy's first configuration.")

        /// How a proxy talks to the control plane.
        package enum AuthenticationPolicy: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.AuthenticationPolicy"

            case none = "NONE"
            case mutualTLS = "MUTUAL_TLS"
            case inherit = "INHERIT"

            package var doc: String {
                switch self {
                case .none: "In plain text."
                case .mutualTLS: "By mutual TLS."
                case .inherit: "As the mesh's settings say, which is of no use here."
                }
            }

            package var number: Int32 {
                switch self {
                case .none: 0
                case .mutualTLS: 1
                case .inherit: 1_000
                }
            }
        }
    }
}

package import Schema
import YAML

extension MeshConfig {
    /// Settings of a proxy that take effect when it starts.
    package struct ProxyConfig: Message {
        package static let schema = Schema(
            ProxyConfig(), "Settings of a proxy that take effect when it starts.")

        package init() {}

        package let configPath = Field<String>(
            "Folder of the proxy's generated configuration.", default: "./etc/istio/proxy")
        package let binaryPath = Field<String>(
            "Path of the proxy's program.", default: "/usr/local/bin/envoy")
        package let serviceCluster = Field<String>(
            "Name of the service in traces.", .oneOf("cluster_name"), default: "istio-proxy")
        package let tracingServiceName = Field<TracingServiceName>(
            "How the name of the service in traces is made.", .oneOf("cluster_name"), .since("1.13"))
        package let drainDuration = Field<Duration>(
            "Time for connections to end on a hot restart; whole seconds.", .minimumMilliseconds(1),
            default: "45s")
        package let discoveryAddress = Field<String>(
            "Host and port of the control plane.", default: "istiod.istio-system.svc:15012")
        package let discoveryRefreshDelay = Field<Duration>(
            "Time between two polls of the control plane.", .deprecated("proxies do not poll any more"))
        package let zipkinAddress = Field<String>(
            "Host and port of Zipkin.", .deprecated("use `tracing.zipkin.address`"))
        package let statsdUdpAddress = Field<String>("Host and port of a statsd server.")
        package let envoyMetricsServiceAddress = Field<String>(
            "Host and port of a metrics service.", .deprecated("use `envoyMetricsService`"), .since("1.1"))
        package let proxyAdminPort = Field<Int32>(
            "Port of the proxy's own administration pages.", .range(1...65_535), default: 15000)
        package let availabilityZone = Field<String>(
            "Zone of the workload.", .deprecated("the control plane finds it out"))
        package let controlPlaneAuthPolicy = Field<AuthenticationPolicy>(
            "How proxy and control plane trust each other.", default: "MUTUAL_TLS")
        package let customConfigFile = Field<String>("File with a bootstrap configuration of one's own.")
        package let statNameLength = Field<Int32>("Longest name in statistics.", default: 189)
        package let concurrency = Field<Int32Value>(
            "Worker threads: as many as CPUs if 0; from the CPU limit, or two, if absent.")
        package let proxyBootstrapTemplatePath = Field<String>("Template of the bootstrap configuration.")
        package let interceptionMode = Field<InboundInterceptionMode>(
            "How traffic comes to the proxy.", .since("0.8"), default: "REDIRECT")
        package let tracing = Field<Tracing>("Where spans go, and how many.", .since("1.1"))
        package let sds = Field<SDS>(
            "Secret discovery.", .deprecated("certificates always come through it"), .since("1.2"))
        package let envoyAccessLogService = Field<RemoteService>("Where access logs go.", .since("1.3"))
        package let envoyMetricsService = Field<RemoteService>("Where metrics go.", .since("1.3"))
        package let proxyMetadata = Field<[String: String]>(
            "Environment variables of the proxy; names that begin with ISTIO_META_ become metadata.",
            .since("1.5"))
        package let runtimeValues = Field<[String: String]>("Envoy's runtime settings.", .since("1.14"))
        package let statusPort = Field<Int32>(
            "Port at which the agent answers for health and metrics.", .range(1...65_535), .since("1.6"),
            default: 15020)
        package let extraStatTags = Field<[String]>(
            "Further tags to take out of the names of statistics.", .since("1.6"))
        package let gatewayTopology = Field<Topology>("What stands in front of a gateway.", .since("1.6"))
        package let terminationDrainDuration = Field<Duration>(
            "Time for connections to end when the pod stops.", .since("1.7"), default: "5s")
        package let meshId = Field<String>("Name of the mesh in metrics and access logs.", .since("1.7"))
        package let readinessProbe = Field<ReadinessProbe>(
            "How the application of a VM tells that it is ready.", .since("1.8"))
        package let proxyStatsMatcher = Field<ProxyStatsMatcher>(
            "Further statistics to offer.", .since("1.8"))
        package let holdApplicationUntilProxyStarts = Field<BoolValue>(
            "Starts the application when the proxy is ready.", .since("1.8"))
        package let caCertificatesPem = Field<[String]>(
            "Authorities to trust besides the mesh's.", .since("1.10"))
        package let image = Field<IstioAPI.ProxyConfig.ProxyImage>("The proxy's image.", .since("1.13"))
        package let privateKeyProvider = Field<PrivateKeyProvider>(
            "Hardware for operations with private keys.", .since("1.14"))
        package let proxyHeaders = Field<ProxyHeaders>("Headers that proxies add.", .since("1.19"))
        package let fileFlushInterval = Field<Duration>(
            "Time after which access logs are written out.", .since("1.29"), default: "1000ms")
        package let fileFlushMinSizeKb = Field<UInt32>(
            "Size in KB at which access logs are written out.", .since("1.29"), default: 64)
        package let statsCompression = Field<BoolValue>(
            "Compresses the answers of the metrics page.", .since("1.29"), default: true)

        /// How the name of a service in traces is made.
        package enum TracingServiceName: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.ProxyConfig_TracingServiceName"

            case appLabelAndNamespace = "APP_LABEL_AND_NAMESPACE"
            case canonicalNameOnly = "CANONICAL_NAME_ONLY"
            case canonicalNameAndNamespace = "CANONICAL_NAME_AND_NAMESPACE"

            package var doc: String {
                switch self {
                case .appLabelAndNamespace: "Label `app`, and the namespace."
                case .canonicalNameOnly: "The canonical name."
                case .canonicalNameAndNamespace: "The canonical name, and the namespace."
                }
            }
        }

        /// How traffic comes to the proxy.
        package enum InboundInterceptionMode: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.ProxyConfig_InboundInterceptionMode"

            case redirect = "REDIRECT"
            case tproxy = "TPROXY"
            case none = "NONE"

            package var doc: String {
                switch self {
                case .redirect: "By iptables' REDIRECT, which hides the caller's address."
                case .tproxy: "By iptables' TPROXY, which keeps it."
                case .none: "Nothing is intercepted."
                }
            }
        }

        /// How proxy and control plane trust each other.
        package enum AuthenticationPolicy: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.AuthenticationPolicy"

            case none = "NONE"
            case mutualTls = "MUTUAL_TLS"
            case inherit = "INHERIT"

            package var number: Int32 {
                switch self {
                case .none: 0
                case .mutualTls: 1
                case .inherit: 1000
                }
            }

            package var doc: String {
                switch self {
                case .none: "They do not."
                case .mutualTls: "By mutual TLS."
                case .inherit: "As the mesh says; not for this field."
                }
            }
        }
    }
}

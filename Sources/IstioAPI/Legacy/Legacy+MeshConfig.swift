package import Schema

extension Legacy {
    /// What holds for a whole mesh, as Istio 0.7.1 read it: the key `mesh` of the ConfigMap `istio`.
    package struct MeshConfig: Message {
        package static let schema = Schema(
            MeshConfig(), "What holds for a whole mesh of Istio 0.7.1.", name: "v1alpha1.MeshConfig")

        package init() {}

        package let mixerAddress = Field<String>(
            "Address of Mixer, for checks and reports alike, as `host:port`.",
            .deprecated("use `mixerCheckServer` and `mixerReportServer`"))
        package let mixerCheckServer = Field<String>("Address of the policy service, as `host:port`.")
        package let mixerReportServer = Field<String>("Address of the telemetry service, as `host:port`.")
        package let disablePolicyChecks = Field<Bool>("Asks no policy service.")
        package let proxyListenPort = Field<Int32>(
            "Port at which sidecars take in traffic.", default: 15_001)
        package let proxyHttpPort = Field<Int32>("Port at which sidecars offer an HTTP proxy, none if 0.")
        package let connectTimeout = Field<Duration>(
            "Time for making a connection, from 1ms to 30s.", default: "1s")
        package let ingressClass = Field<String>(
            "Class of the Kubernetes Ingress objects that Istio serves.", default: "istio")
        package let ingressService = Field<String>("Service of the ingress controller.")
        package let ingressControllerMode = Field<IngressControllerMode>(
            "Which Kubernetes Ingress objects Istio serves.", default: "STRICT")
        package let authPolicy = Field<AuthPolicy>("How workloads of the mesh talk to each other.")
        package let rdsRefreshDelay = Field<Duration>(
            "Time between requests for routes, from 1s to 10m.", default: "1s")
        package let enableTracing = Field<Bool>("Traces requests.", default: true)
        package let accessLogFile = Field<String>("File of the access log.", default: "/dev/stdout")
        package let defaultConfig = Field<ProxyConfig>("Settings of all proxies.")
        package let mtlsExcludedServices = Field<[String]>(
            "Full names of services that are called without mutual TLS.")

        /// Which Kubernetes Ingress objects Istio serves.
        package enum IngressControllerMode: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.MeshConfig_IngressControllerMode"

            case off = "OFF"
            case `default` = "DEFAULT"
            case strict = "STRICT"

            package var doc: String {
                switch self {
                case .off: "None."
                case .default: "Those of Istio's class, and those without any."
                case .strict: "Those of Istio's class."
                }
            }
        }

        /// How workloads of the mesh talk to each other.
        package enum AuthPolicy: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.MeshConfig_AuthPolicy"

            case none = "NONE"
            case mutualTLS = "MUTUAL_TLS"

            package var doc: String {
                switch self {
                case .none: "In plain text."
                case .mutualTLS: "By mutual TLS."
                }
            }
        }
    }
}

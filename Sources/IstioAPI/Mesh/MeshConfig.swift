package import Schema
import YAML

/// What holds for a whole mesh; the key `mesh` of the ConfigMap `istio`.
package struct MeshConfig: Message {
    package static let schema = Schema(
        MeshConfig(), "What holds for a whole mesh; the key `mesh` of the ConfigMap `istio`.")

    package init() {}

    package let proxyListenPort = Field<Int32>(
        "Port at which sidecars take in outbound traffic.", .range(1...65_535), default: 15001)
    package let proxyInboundListenPort = Field<Int32>(
        "Port at which sidecars take in inbound traffic.", .since("1.18"), default: 15006)
    package let proxyHttpPort = Field<Int32>(
        "Port at which sidecars offer an HTTP proxy, none if 0.", default: 0)
    package let connectTimeout = Field<Duration>(
        "Time for making a connection, from 1ms to 1h in whole milliseconds.", .minimumMilliseconds(1),
        default: "10s")
    package let hboneIdleTimeout = Field<Duration>(
        "Time without traffic after which a tunnel between proxies is closed.", .since("1.29"))
    package let protocolDetectionTimeout = Field<Duration>(
        "Time to wait for the first bytes of a connection to see its protocol, no limit if 0s; whole "
            + "milliseconds.",
        .since("1.3"), default: "0s")
    package let tcpKeepalive = Field<ConnectionPoolSettings.TCPSettings.TcpKeepalive>(
        "Keep-alive probes for all connections.", .since("1.1"))
    package let ingressClass = Field<String>(
        "Class of the Kubernetes Ingress objects that Istio serves.", default: "istio")
    package let ingressService = Field<String>(
        "Service of the gateway that serves Kubernetes Ingress objects.", default: "istio-ingressgateway")
    package let ingressControllerMode = Field<IngressControllerMode>(
        "Which Kubernetes Ingress objects Istio serves.", default: "STRICT")
    package let ingressSelector = Field<String>(
        "Label `istio` of the gateway that serves Kubernetes Ingress objects.", .since("1.7"))
    package let enableTracing = Field<Bool>("Traces requests.", default: true)
    package let accessLogFile = Field<String>("File of the access log, such as /dev/stdout; no log if empty.")
    package let accessLogFormat = Field<String>(
        "Line or JSON text of an access log's entry; Istio's own if empty.", .since("1.1"))
    package let accessLogEncoding = Field<AccessLogEncoding>(
        "Form of the access log's entries.", .since("1.1"), default: "TEXT")
    package let enableEnvoyAccessLogService = Field<Bool>(
        "Sends access logs to the service that the proxies' settings name.", .since("1.3"), default: false)
    package let disableEnvoyListenerLog = Field<Bool>(
        "Writes no access log for connections that match no listener.", .since("1.8"), default: false)
    package let defaultConfig = Field<ProxyConfig>(
        "Settings of all proxies, which annotations and ProxyConfig objects change.")
    package let outboundTrafficPolicy = Field<OutboundTrafficPolicy>(
        "What becomes of traffic to unknown services.", .since("0.8"), default: ["mode": "ALLOW_ANY"])
    package let inboundTrafficPolicy = Field<InboundTrafficPolicy>(
        "How inbound traffic is passed to the application.", .since("1.22"), default: ["mode": "PASSTHROUGH"])
    package let configSources = Field<[ConfigSource]>(
        "Where the control plane reads configuration.", .since("1.1"))
    package let enableAutoMtls = Field<BoolValue>(
        "Uses mutual TLS where the server side has a sidecar.", .since("1.4"), default: true)
    package let trustDomain = Field<String>(
        "The domain that stands in the identities of this mesh.", .since("1.1"), default: "cluster.local")
    package let trustDomainAliases = Field<[String]>(
        "Further trust domains that count as this one.", .since("1.4"))
    package let caCertificates = Field<[CertificateData]>(
        "Further authorities that workloads trust, and who signs for them.", .since("1.10"))
    package let defaultServiceExportTo = Field<[String]>(
        "Namespaces that see a service, unless it says otherwise.", .since("1.1"), default: ["*"])
    package let defaultVirtualServiceExportTo = Field<[String]>(
        "Namespaces that see a virtual service, unless it says otherwise.", .since("1.1"), default: ["*"])
    package let defaultDestinationRuleExportTo = Field<[String]>(
        "Namespaces that see a destination rule, unless it says otherwise.", .since("1.1"), default: ["*"])
    package let rootNamespace = Field<String>(
        "Namespace whose objects hold for the whole mesh.", .since("1.1"), default: "istio-system")
    package let localityLbSetting = Field<LocalityLoadBalancerSetting>(
        "Preferences among localities.", .since("1.1"), default: ["enabled": true])
    package let dnsRefreshRate = Field<Duration>(
        "Time after which a failed look-up of a name is tried again.", .since("1.1"), default: "60s")
    package let h2UpgradePolicy = Field<H2UpgradePolicy>(
        "Whether requests within the mesh are upgraded to HTTP/2.", .since("1.3"))
    package let inboundClusterStatName = Field<String>(
        "Pattern for the names of inbound clusters in statistics.", .since("1.4"))
    package let outboundClusterStatName = Field<String>(
        "Pattern for the names of outbound clusters in statistics.", .since("1.4"))
    package let certificates = Field<[Certificate]>(
        "DNS certificates to provision.", .deprecated("Istio provisions none any more"), .since("1.4"))
    package let serviceSettings = Field<[ServiceSettings]>("Settings of single services.", .since("1.6"))
    package let serviceScopeConfigs = Field<[ServiceScopeConfigs]>(
        "Which services other clusters see, in ambient mode.", .since("1.27"))
    package let enablePrometheusMerge = Field<BoolValue>(
        "Offers the metrics of application and proxy in one place.", .since("1.6"), default: true)
    package let verifyCertificateAtClient = Field<BoolValue>(
        "Checks certificates of servers against the system's authorities.",
        .deprecated("use `caCertificates` of the destination rule"), .since("1.8"))
    package let ca = Field<CA>("An authority outside the mesh that signs certificates.", .since("1.8"))
    package let extensionProviders = Field<[ExtensionProvider]>(
        "Services for authorization, tracing, metrics and logs that policies refer to by name.",
        .since("1.8"))
    package let defaultProviders = Field<DefaultProviders>(
        "Providers used where no Telemetry object names one.", .since("1.10"))
    package let discoverySelectors = Field<[LabelSelector]>(
        "Namespaces that the control plane looks at, all if absent.", .since("1.10"))
    package let pathNormalization = Field<ProxyPathNormalization>(
        "How paths are made comparable before policies see them.", .since("1.10"))
    package let defaultHttpRetryPolicy = Field<HTTPRetry>(
        "Retries of HTTP requests, unless a route says otherwise.", .since("1.12"))
    package let meshMTLS = Field<TLSConfig>(
        "TLS between workloads of the mesh.", .protoName("mesh_mTLS"), .since("1.14"))
    package let tlsDefaults = Field<TLSConfig>("TLS of all other connections.", .since("1.18"))

    /// Which Kubernetes Ingress objects Istio serves.
    package enum IngressControllerMode: String, Enumeration {
        package static let name = "istio.mesh.v1alpha1.MeshConfig_IngressControllerMode"

        case unspecified = "UNSPECIFIED"
        case off = "OFF"
        case `default` = "DEFAULT"
        case strict = "STRICT"

        package var doc: String {
            switch self {
            case .unspecified: "As if nothing were given."
            case .off: "None."
            case .default: "Those of Istio's class, and those without any."
            case .strict: "Those of Istio's class."
            }
        }
    }

    /// A form of log entries.
    package enum AccessLogEncoding: String, Enumeration {
        package static let name = "istio.mesh.v1alpha1.MeshConfig_AccessLogEncoding"

        case text = "TEXT"
        case json = "JSON"

        package var doc: String {
            switch self {
            case .text: "Lines of text."
            case .json: "JSON objects."
            }
        }
    }

    /// Whether requests are upgraded to HTTP/2.
    package enum H2UpgradePolicy: String, Enumeration {
        package static let name = "istio.mesh.v1alpha1.MeshConfig_H2UpgradePolicy"

        case doNotUpgrade = "DO_NOT_UPGRADE"
        case upgrade = "UPGRADE"

        package var doc: String {
            switch self {
            case .doNotUpgrade: "They stay what they are."
            case .upgrade: "They are."
            }
        }
    }
}

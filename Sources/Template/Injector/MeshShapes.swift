/// The settings of mesh and proxy that injection templates look at, under the names of istio.io/api's Go
/// types. Deeper parts are as JSON has them.
enum MeshShapes {
    private static let tlsSettings = StructShape(
        "v1alpha3.ClientTLSSettings", isMessage: true,
        [
            .field("Mode"), .field("ClientCertificate"), .field("PrivateKey"), .field("CaCertificates"),
            .field("CredentialName"), .field("SubjectAltNames", .strings), .field("Sni"),
            .field("InsecureSkipVerify", .boolValue), .field("CaCrl"),
        ])

    private static let tracing = StructShape(
        "v1alpha1.Tracing", isMessage: true,
        [
            .field("Zipkin", .plain), .field("Lightstep", .plain), .field("Datadog", .plain),
            .field("Stackdriver", .plain), .field("OpenCensusAgent", .plain),
            .field("CustomTags", .plain), .field("MaxPathTagLength", .uint32),
            .field("Sampling", .plain), .field("TlsSettings", .optional(tlsSettings)),
            .field("EnableIstioTags", .boolValue),
        ])

    private static let interceptionMode = StructShape.Kind.enumeration(
        "v1alpha1.ProxyConfig_InboundInterceptionMode", [0: "REDIRECT", 1: "TPROXY", 2: "NONE"])
    private static let authenticationPolicy = StructShape.Kind.enumeration(
        "v1alpha1.AuthenticationPolicy", [0: "NONE", 1: "MUTUAL_TLS", 1000: "INHERIT"])

    static let proxyConfig = StructShape(
        "v1alpha1.ProxyConfig", isMessage: true,
        [
            .field("ConfigPath"), .field("BinaryPath"), .field("ServiceCluster"),
            .field("TracingServiceName"), .field("DrainDuration", .duration), .field("DiscoveryAddress"),
            .field("DiscoveryRefreshDelay", .duration), .field("ZipkinAddress"),
            .field("StatsdUdpAddress"), .field("EnvoyMetricsServiceAddress"),
            .field("ProxyAdminPort", .int(.bits32)), .field("AvailabilityZone"),
            .field("ControlPlaneAuthPolicy", authenticationPolicy), .field("CustomConfigFile"),
            .field("StatNameLength", .int(.bits32)), .field("Concurrency", .intValue),
            .field("ProxyBootstrapTemplatePath"), .field("InterceptionMode", interceptionMode),
            .field("Tracing", .optional(tracing)), .field("Sds", .plain),
            .field("EnvoyAccessLogService", .plain), .field("EnvoyMetricsService", .plain),
            .field("ProxyMetadata", .stringMap), .field("RuntimeValues", .stringMap),
            .field("StatusPort", .int(.bits32)), .field("ExtraStatTags", .strings),
            .field("GatewayTopology", .plain), .field("TerminationDrainDuration", .duration),
            .field("MeshId"), .field("ReadinessProbe", .plain), .field("ProxyStatsMatcher", .plain),
            .field("HoldApplicationUntilProxyStarts", .boolValue), .field("CaCertificatesPem", .strings),
            .field("Image", .plain), .field("PrivateKeyProvider", .plain), .field("ProxyHeaders", .plain),
            .field("FileFlushInterval", .duration), .field("FileFlushMinSizeKb", .uint32),
            .field("StatsCompression", .boolValue),
        ])

    /// What Istio 1.30 assumes; settings that are the same need not be passed on.
    static let proxyDefaults: [Text: Value] = [
        "configPath": "./etc/istio/proxy", "binaryPath": "/usr/local/bin/envoy",
        "serviceCluster": "istio-proxy", "drainDuration": "45s", "terminationDrainDuration": "5s",
        "proxyAdminPort": .int(15000, .bits32), "controlPlaneAuthPolicy": "MUTUAL_TLS",
        "discoveryAddress": "istiod.istio-system.svc:15012", "statNameLength": .int(189, .bits32),
        "statusPort": .int(15020, .bits32),
    ]

    private static let openTelemetry = StructShape(
        "v1alpha1.MeshConfig_ExtensionProvider_OpenTelemetryTracingProvider", isMessage: true,
        [
            .field("Service"), .field("Port", .uint32), .field("MaxTagLength", .uint32),
            .field("Http", .plain), .field("Grpc", .plain), .field("ResourceDetectors", .plain),
            .field(
                "ServiceAttributeEnrichment",
                .enumeration(
                    "v1alpha1.MeshConfig_ExtensionProvider_ServiceAttributeEnrichment",
                    [0: "ISTIO_CANONICAL", 1: "OTEL_SEMANTIC_CONVENTIONS"])),
        ])

    private static let extensionProvider = StructShape(
        "v1alpha1.MeshConfig_ExtensionProvider", isMessage: true,
        [
            .field("Name"), .field("EnvoyExtAuthzHttp", .plain), .field("EnvoyExtAuthzGrpc", .plain),
            .field("Zipkin", .plain), .field("Lightstep", .plain), .field("Datadog", .plain),
            .field("Stackdriver", .plain), .field("Opencensus", .plain), .field("Skywalking", .plain),
            .field("Opentelemetry", .optional(openTelemetry)), .field("Prometheus", .plain),
            .field("EnvoyFileAccessLog", .plain), .field("EnvoyHttpAls", .plain),
            .field("EnvoyTcpAls", .plain), .field("EnvoyOtelAls", .plain), .field("Sds", .plain),
        ])

    static let meshConfig = StructShape(
        "v1alpha1.MeshConfig", isMessage: true,
        [
            .field("ProxyListenPort", .int(.bits32)), .field("ProxyInboundListenPort", .int(.bits32)),
            .field("ProxyHttpPort", .int(.bits32)), .field("ConnectTimeout", .duration),
            .field("HboneIdleTimeout", .duration), .field("ProtocolDetectionTimeout", .duration),
            .field("TcpKeepalive", .plain), .field("IngressClass"), .field("IngressService"),
            .field("IngressControllerMode"), .field("IngressSelector"), .field("EnableTracing", .bool),
            .field("AccessLogFile"), .field("AccessLogFormat"), .field("AccessLogEncoding"),
            .field("EnableEnvoyAccessLogService", .bool), .field("DisableEnvoyListenerLog", .bool),
            .field("DefaultConfig", .optional(proxyConfig)), .field("OutboundTrafficPolicy", .plain),
            .field("InboundTrafficPolicy", .plain), .field("ConfigSources", .plain),
            .field("EnableAutoMtls", .boolValue), .field("TrustDomain"),
            .field("TrustDomainAliases", .strings), .field("CaCertificates", .plain),
            .field("DefaultServiceExportTo", .strings), .field("DefaultVirtualServiceExportTo", .strings),
            .field("DefaultDestinationRuleExportTo", .strings), .field("RootNamespace"),
            .field("LocalityLbSetting", .plain), .field("DnsRefreshRate", .duration),
            .field("H2UpgradePolicy"), .field("InboundClusterStatName"),
            .field("OutboundClusterStatName"), .field("Certificates", .plain),
            .field("ServiceSettings", .plain), .field("ServiceScopeConfigs", .plain),
            .field("EnablePrometheusMerge", .boolValue), .field("VerifyCertificateAtClient", .boolValue),
            .field("Ca", .plain), .field("ExtensionProviders", .list(extensionProvider, ofPointers: true)),
            .field("DefaultProviders", .plain), .field("DiscoverySelectors", .plain),
            .field("PathNormalization", .plain), .field("DefaultHttpRetryPolicy", .plain),
            .field("MeshMTLS", .plain), .field("TlsDefaults", .plain),
        ])
}

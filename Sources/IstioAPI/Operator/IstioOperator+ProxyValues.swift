package import Schema
import YAML

extension IstioOperator.Values {
    /// The proxies.
    package struct ProxyConfig: Message {
        package static let schema = Schema(ProxyConfig(), "The proxies.", hasSnakeCase: false)

        package init() {}

        package let autoInject = Field<String>("Whether sidecars are injected: enabled or disabled.")
        package let clusterDomain = Field<String>("Domain of the cluster.", default: "cluster.local")
        package let componentLogLevel = Field<String>("Levels of the log by component.")
        package let enableCoreDump = Field<BoolValue>("Writes core dumps.", .deprecated("it has no effect"))
        package let excludeInboundPorts = Field<String>(
            "Inbound ports that bypass the proxy, separated by commas.")
        package let excludeIPRanges = Field<String>("Subnets that bypass the proxy, separated by commas.")
        package let image = Field<String>("Name of the image.", default: "proxyv2")
        package let includeIPRanges = Field<String>(
            "Subnets that go through the proxy, separated by commas, or `*`.")
        package let logLevel = Field<String>("Level of the log.")
        package let outlierLogPath = Field<String>("File of the log of outlier detection.")
        package let privileged = Field<BoolValue>("Runs privileged.")
        package let readinessInitialDelaySeconds = Field<UInt32>("Seconds to the first probe.")
        package let readinessPeriodSeconds = Field<UInt32>("Seconds between probes.")
        package let readinessFailureThreshold = Field<UInt32>(
            "Failures in a row that make a proxy not ready.")
        package let seccompProfile = Field<KubernetesAPI.SeccompProfile>(
            "Profile of seccomp, as Kubernetes has it.")
        package let startupProbe = Field<StartupProbe>("Probe on start.")
        package let statusPort = Field<UInt32>("Port at which the agent answers for health and metrics.")
        package let resources = Field<Resources>(
            "Resources of the containers.", .deprecated("use `components.*.k8s`"))
        package let tracer = Field<Tracer>("Tracer to use.")
        package let excludeOutboundPorts = Field<String>(
            "Outbound ports that bypass the proxy, separated by commas.")
        package let lifecycle = Field<KubernetesAPI.Lifecycle>(
            "Hooks of the container, as Kubernetes has them.")
        package let holdApplicationUntilProxyStarts = Field<BoolValue>(
            "Starts the application when the proxy is ready.", .deprecated("use `meshConfig.defaultConfig`"))
        package let includeInboundPorts = Field<String>(
            "Inbound ports that go through the proxy, separated by commas, or `*`.")
        package let includeOutboundPorts = Field<String>(
            "Outbound ports that go through the proxy, separated by commas.")
    }

    /// A probe on start.
    package struct StartupProbe: Message {
        package static let schema = Schema(StartupProbe(), "A probe on start.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let failureThreshold = Field<UInt32>("Failures in a row before the container is stopped.")
    }

    /// The container that sets up a pod's traffic.
    package struct ProxyInitConfig: Message {
        package static let schema = Schema(
            ProxyInitConfig(), "The container that sets up a pod's traffic.", hasSnakeCase: false)

        package init() {}

        package let image = Field<String>("Name of the image.")
        package let resources = Field<Resources>(
            "Resources of the containers.", .deprecated("use `components.*.k8s`"))
    }
}

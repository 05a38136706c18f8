package import Schema
package import YAML

extension IstioOperator {
    /// Values for the charts.
    package struct Values: Message {
        package static let schema = Schema(Values(), "Values for the charts.", hasSnakeCase: false)

        package init() {}

        package let cni = Field<CNIConfig>("The CNI plugin.")
        package let gateways = Field<GatewaysConfig>("The gateways.")
        package let global = Field<GlobalConfig>("What holds for all charts.")
        package let pilot = Field<PilotConfig>("The control plane.")
        package let ztunnel = Field<Node>("The node proxy of ambient mode, as its chart has it.")
        package let telemetry = Field<TelemetryConfig>("Metrics and logs.")
        package let sidecarInjectorWebhook = Field<SidecarInjectorConfig>("Injection of sidecars.")
        package let istioCni = Field<CNIUsageConfig>(
            "The CNI plugin.", .deprecated("use `pilot.cni`"), .protoName("istio_cni"))
        package let revision = Field<String>("Name of the control plane's revision.")
        package let ownerName = Field<String>("Name of the resource that owns all others.")
        package let meshConfig = Field<Node>("What holds for the whole mesh, see MeshConfig.")
        package let base = Field<BaseConfig>("What belongs to the cluster: definitions and webhooks.")
        package let istiodRemote = Field<IstiodRemoteConfig>(
            "A control plane elsewhere.", .deprecated("use `pilot.istiodRemote`"))
        package let revisionTags = Field<[String]>("Names for the revision.")
        package let defaultRevision = Field<String>("The revision that validates configuration.")
        package let profile = Field<String>("Profile of the charts.")
        package let compatibilityVersion = Field<String>("Release whose behaviour to keep, such as 1.28.")
        package let experimental = Field<ExperimentalConfig>("Trials.")
        package let addons = Field<Node>("The addons by name, as their charts have them; istioctl's own.")
        package let classic = Field<Node>("The control plane of Istio 0.7.1; istioctl's own.")
        package let gatewayClasses = Field<Node>("Settings by class of gateway.")

        /// What belongs to the cluster.
        package struct BaseConfig: Message {
            package static let schema = Schema(
                BaseConfig(), "What belongs to the cluster.", hasSnakeCase: false)

            package init() {}

            package let enableCRDTemplates = Field<BoolValue>("Renders definitions with the chart.")
            package let excludedCRDs = Field<[String]>("Definitions to leave out.")
            package let validationURL = Field<String>("Where the webhook of validation is.")
            package let enableIstioConfigCRDs = Field<BoolValue>("Installs the definitions of Istio's kinds.")
            package let validateGateway = Field<BoolValue>("Validates the kinds of the Gateway API too.")
            package let validationCABundle = Field<String>("Authorities of that webhook.")
        }

        /// A control plane elsewhere.
        package struct IstiodRemoteConfig: Message {
            package static let schema = Schema(
                IstiodRemoteConfig(), "A control plane elsewhere.", hasSnakeCase: false)

            package init() {}

            package let injectionURL = Field<String>("Where its webhook is.")
            package let injectionPath = Field<String>("Path of its webhook.")
            package let injectionCABundle = Field<String>("Authorities of its webhook.")
            package let enabled = Field<BoolValue>("Whether it is used.")
            package let enabledLocalInjectorIstiod = Field<BoolValue>(
                "Injects by a control plane in this cluster.")
        }

        /// Trials.
        package struct ExperimentalConfig: Message {
            package static let schema = Schema(ExperimentalConfig(), "Trials.", hasSnakeCase: false)

            package init() {}

            package let stableValidationPolicy = Field<BoolValue>(
                "Refuses configuration that is not stable yet.")
        }

        /// Metrics and logs.
        package struct TelemetryConfig: Message {
            package static let schema = Schema(TelemetryConfig(), "Metrics and logs.", hasSnakeCase: false)

            package init() {}

            package let enabled = Field<BoolValue>("Whether it is used.")
            package let v2 = Field<TelemetryV2Config>("Made by the proxies.")
        }

        /// Metrics and logs by the proxies.
        package struct TelemetryV2Config: Message {
            package static let schema = Schema(
                TelemetryV2Config(), "Metrics and logs by the proxies.", hasSnakeCase: false)

            package init() {}

            package let enabled = Field<BoolValue>("Whether it is used.")
            package let prometheus = Field<TelemetryV2PrometheusConfig>("For Prometheus.")
            package let stackdriver = Field<TelemetryV2StackDriverConfig>("For Stackdriver.")
        }

        /// Metrics for Prometheus.
        package struct TelemetryV2PrometheusConfig: Message {
            package static let schema = Schema(
                TelemetryV2PrometheusConfig(), "Metrics for Prometheus.", hasSnakeCase: false)

            package init() {}

            package let enabled = Field<BoolValue>("Whether it is used.")
        }

        /// Metrics and logs for Stackdriver.
        package struct TelemetryV2StackDriverConfig: Message {
            package static let schema = Schema(
                TelemetryV2StackDriverConfig(), "Metrics and logs for Stackdriver.", hasSnakeCase: false)

            package init() {}

            package let enabled = Field<BoolValue>("Whether it is used.")
        }

        /// Levels of logs.
        package struct GlobalLoggingConfig: Message {
            package static let schema = Schema(GlobalLoggingConfig(), "Levels of logs.", hasSnakeCase: false)

            package init() {}

            package let level = Field<String>("Levels by scope, such as default:info.")
        }
    }
}

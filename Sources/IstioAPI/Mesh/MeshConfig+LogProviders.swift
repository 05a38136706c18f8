package import Schema
package import YAML

extension MeshConfig.ExtensionProvider {
    /// Metrics for Prometheus; it has no settings.
    package struct PrometheusMetricsProvider: Message {
        package static let schema = Schema(
            PrometheusMetricsProvider(), "Metrics for Prometheus; it has no settings.")

        package init() {}
    }

    /// Access logs to a file.
    package struct EnvoyFileAccessLogProvider: Message {
        package static let schema = Schema(EnvoyFileAccessLogProvider(), "Access logs to a file.")

        package init() {}

        package let path = Field<String>("The file.", default: "/dev/stdout")
        package let logFormat = Field<LogFormat>("Form of an entry, Istio's own if absent.", .since("1.13"))
        package let omitEmptyValues = Field<Bool>("Leaves out what is empty.", .since("1.26"))

        /// Form of an entry; one of two.
        package struct LogFormat: Message {
            package static let schema = Schema(
                LogFormat(), "Form of an entry; one of two.", name: "EnvoyFileAccessLogProvider.LogFormat")

            package init() {}

            package let text = Field<String>("A line.", .oneOf("log_format"))
            package let labels = Field<[String: Node]>("A JSON object.", .oneOf("log_format"))
        }
    }

    /// Access logs of HTTP to a gRPC service.
    package struct EnvoyHttpGrpcV3LogProvider: Message {
        package static let schema = Schema(
            EnvoyHttpGrpcV3LogProvider(), "Access logs of HTTP to a gRPC service.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let logName = Field<String>("Name of the log, http_envoy_accesslog if absent.")
        package let filterStateObjectsToLog = Field<[String]>("Objects of the filter state to log.")
        package let additionalRequestHeadersToLog = Field<[String]>("Headers of requests to log.")
        package let additionalResponseHeadersToLog = Field<[String]>("Headers of responses to log.")
        package let additionalResponseTrailersToLog = Field<[String]>("Trailers of responses to log.")
    }

    /// Access logs of TCP to a gRPC service.
    package struct EnvoyTcpGrpcV3LogProvider: Message {
        package static let schema = Schema(
            EnvoyTcpGrpcV3LogProvider(), "Access logs of TCP to a gRPC service.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let logName = Field<String>("Name of the log, tcp_envoy_accesslog if absent.")
        package let filterStateObjectsToLog = Field<[String]>("Objects of the filter state to log.")
    }

    /// Access logs to OpenTelemetry.
    package struct EnvoyOpenTelemetryLogProvider: Message {
        package static let schema = Schema(EnvoyOpenTelemetryLogProvider(), "Access logs to OpenTelemetry.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let logName = Field<String>("Name of the log, otel_envoy_accesslog if absent.")
        package let logFormat = Field<LogFormat>("Form of an entry, Istio's own if absent.")

        /// Form of an entry.
        package struct LogFormat: Message {
            package static let schema = Schema(
                LogFormat(), "Form of an entry.", name: "EnvoyOpenTelemetryLogProvider.LogFormat")

            package init() {}

            package let text = Field<String>("The body.")
            package let labels = Field<[String: Node]>("Attributes.")
        }
    }
}

package import Schema
import YAML

extension MeshConfig {
    /// A service that policies refer to by name; of one sort.
    package struct ExtensionProvider: Message {
        package static let schema = Schema(
            ExtensionProvider(), "A service that policies refer to by name; of one sort.")

        package init() {}

        package let name = Field<String>("The name, unique in the mesh.")
        package let envoyExtAuthzHttp = Field<EnvoyExternalAuthorizationHttpProvider>(
            "Authorization over HTTP.", .oneOf("provider"))
        package let envoyExtAuthzGrpc = Field<EnvoyExternalAuthorizationGrpcProvider>(
            "Authorization over gRPC.", .oneOf("provider"))
        package let zipkin = Field<ZipkinTracingProvider>(
            "Traces to Zipkin.", .oneOf("provider"), .since("1.10"))
        package let lightstep = Field<LightstepTracingProvider>(
            "Traces to Lightstep.", .oneOf("provider"), .deprecated("use `opentelemetry`"), .since("1.10"))
        package let datadog = Field<DatadogTracingProvider>(
            "Traces to Datadog.", .oneOf("provider"), .since("1.10"))
        package let stackdriver = Field<StackdriverProvider>(
            "Traces, metrics and logs to Stackdriver.", .oneOf("provider"), .since("1.10"))
        package let opencensus = Field<OpenCensusAgentTracingProvider>(
            "Traces to an agent of OpenCensus.", .oneOf("provider"), .deprecated("use `opentelemetry`"),
            .since("1.10"))
        package let skywalking = Field<SkyWalkingTracingProvider>(
            "Traces to SkyWalking.", .oneOf("provider"), .since("1.11"))
        package let opentelemetry = Field<OpenTelemetryTracingProvider>(
            "Traces to OpenTelemetry.", .oneOf("provider"), .since("1.16"))
        package let prometheus = Field<PrometheusMetricsProvider>(
            "Metrics for Prometheus.", .oneOf("provider"), .since("1.11"))
        package let envoyFileAccessLog = Field<EnvoyFileAccessLogProvider>(
            "Access logs to a file.", .oneOf("provider"), .since("1.11"))
        package let envoyHttpAls = Field<EnvoyHttpGrpcV3LogProvider>(
            "Access logs of HTTP to a gRPC service.", .oneOf("provider"), .since("1.13"))
        package let envoyTcpAls = Field<EnvoyTcpGrpcV3LogProvider>(
            "Access logs of TCP to a gRPC service.", .oneOf("provider"), .since("1.13"))
        package let envoyOtelAls = Field<EnvoyOpenTelemetryLogProvider>(
            "Access logs to OpenTelemetry.", .oneOf("provider"), .since("1.13"))
        package let sds = Field<SDSProvider>("Secrets by discovery.", .oneOf("provider"), .since("1.27"))

        /// Secrets by discovery.
        package struct SDSProvider: Message {
            package static let schema = Schema(SDSProvider(), "Secrets by discovery.")

            package init() {}

            package let name = Field<String>("Name of the provider in references to secrets.")
            package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
            package let port = Field<UInt32>("Port of the service.")
        }

        /// How to talk to a service over HTTP.
        package struct HttpService: Message {
            package static let schema = Schema(HttpService(), "How to talk to a service over HTTP.")

            package init() {}

            package let path = Field<String>("Path to send to.")
            package let timeout = Field<Duration>("Time for a request.", default: "3s")
            package let headers = Field<[HttpHeader]>("Headers to send.")
        }

        /// A header to send; its value comes from one of two sources.
        package struct HttpHeader: Message {
            package static let schema = Schema(
                HttpHeader(), "A header to send; its value comes from one of two sources.")

            package init() {}

            package let name = Field<String>("Name of the header.")
            package let value = Field<String>("The value.", .oneOf("header_value"))
            package let envName = Field<String>(
                "Environment variable of the proxy that holds the value.", .oneOf("header_value"),
                .since("1.26"))
        }

        /// How to talk to a service over gRPC.
        package struct GrpcService: Message {
            package static let schema = Schema(GrpcService(), "How to talk to a service over gRPC.")

            package init() {}

            package let timeout = Field<Duration>("Time for a call.")
            package let initialMetadata = Field<[HttpHeader]>("Metadata to send.")
        }
    }
}

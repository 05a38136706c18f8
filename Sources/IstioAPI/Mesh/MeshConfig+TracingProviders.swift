package import Schema
import YAML

extension MeshConfig.ExtensionProvider {
    /// Traces to Zipkin.
    package struct ZipkinTracingProvider: Message {
        package static let schema = Schema(ZipkinTracingProvider(), "Traces to Zipkin.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let maxTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.")
        package let enable64bitTraceId = Field<Bool>(
            "Traces have 64 bits instead of 128.", .protoName("enable_64bit_trace_id"), .since("1.18"))
        package let path = Field<String>("Path to send spans to.", .since("1.24"), default: "/api/v2/spans")
        package let traceContextOption = Field<TraceContextOption>(
            "Headers that carry the trace.", .since("1.28"))
        package let timeout = Field<Duration>("Time for sending spans.", .since("1.29"))
        package let headers = Field<[HttpHeader]>("Headers to send.", .since("1.29"))

        /// Headers that carry a trace.
        package enum TraceContextOption: String, Enumeration {
            package static let name =
                "istio.mesh.v1alpha1.MeshConfig_ExtensionProvider_ZipkinTracingProvider_TraceContextOption"

            case useB3 = "USE_B3"
            case useB3WithW3cPropagation = "USE_B3_WITH_W3C_PROPAGATION"

            package var doc: String {
                switch self {
                case .useB3: "B3 headers."
                case .useB3WithW3cPropagation: "B3 headers and those of the W3C."
                }
            }
        }
    }

    /// Traces to Lightstep.
    package struct LightstepTracingProvider: Message {
        package static let schema = Schema(LightstepTracingProvider(), "Traces to Lightstep.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let accessToken = Field<String>("Token of the account.")
        package let maxTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.")
    }

    /// Traces to Datadog.
    package struct DatadogTracingProvider: Message {
        package static let schema = Schema(DatadogTracingProvider(), "Traces to Datadog.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let maxTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.")
    }

    /// Traces to SkyWalking.
    package struct SkyWalkingTracingProvider: Message {
        package static let schema = Schema(SkyWalkingTracingProvider(), "Traces to SkyWalking.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let accessToken = Field<String>("Token of the account.")
    }

    /// Traces, metrics and logs to Stackdriver.
    package struct StackdriverProvider: Message {
        package static let schema = Schema(StackdriverProvider(), "Traces, metrics and logs to Stackdriver.")

        package init() {}

        package let debug = Field<Bool>("Writes traces to standard output.", .deprecated("it has no effect"))
        package let maxNumberOfAttributes = Field<Int64Value>(
            "Most attributes of a span.", .deprecated("it has no effect"), default: 200)
        package let maxNumberOfAnnotations = Field<Int64Value>(
            "Most annotations of a span.", .deprecated("it has no effect"), default: 200)
        package let maxNumberOfMessageEvents = Field<Int64Value>(
            "Most events of a span.", .deprecated("it has no effect"), default: 200)
        package let maxTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.")
        package let logging = Field<Logging>("Further settings of logs.", .since("1.13"))

        /// Settings of logs.
        package struct Logging: Message {
            package static let schema = Schema(Logging(), "Settings of logs.")

            package init() {}

            package let labels = Field<[String: String]>("Labels of entries, as CEL expressions.")
        }
    }

    /// Traces to an agent of OpenCensus.
    package struct OpenCensusAgentTracingProvider: Message {
        package static let schema = Schema(
            OpenCensusAgentTracingProvider(), "Traces to an agent of OpenCensus.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let context = Field<[MeshConfig.TraceContext]>("Headers that carry the trace.")
        package let maxTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.")
    }
}

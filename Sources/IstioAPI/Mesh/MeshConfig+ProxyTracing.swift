package import Schema
import YAML

extension MeshConfig.ProxyConfig {
    /// Where spans go; one of five tracers.
    package struct Tracing: Message {
        package static let schema = Schema(Tracing(), "Where spans go; one of five tracers.")

        package init() {}

        package let zipkin = Field<Zipkin>("Zipkin.", .oneOf("tracer"))
        package let lightstep = Field<Lightstep>("Lightstep.", .oneOf("tracer"))
        package let datadog = Field<Datadog>("Datadog.", .oneOf("tracer"), .since("1.2"))
        package let stackdriver = Field<Stackdriver>("Stackdriver.", .oneOf("tracer"), .since("1.3"))
        package let openCensusAgent = Field<OpenCensusAgent>(
            "An agent of OpenCensus.", .oneOf("tracer"), .since("1.8"))
        package let customTags = Field<[String: CustomTag]>("Further tags of spans.", .since("1.6"))
        package let maxPathTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.", .since("1.6"))
        package let sampling = Field<Double>(
            "Share of the requests to trace in percent.", .since("1.6"), default: 1.0)
        package let tlsSettings = Field<ClientTLSSettings>(
            "How the connection to the tracer is secured.", .since("1.6"))
        package let enableIstioTags = Field<BoolValue>("Adds Istio's own tags, as if absent.", .since("1.25"))

        /// Zipkin.
        package struct Zipkin: Message {
            package static let schema = Schema(Zipkin(), "Zipkin.")

            package init() {}

            package let address = Field<String>("Host and port; `$(HOST_IP)` stands for the node's address.")
        }

        /// Lightstep.
        package struct Lightstep: Message {
            package static let schema = Schema(Lightstep(), "Lightstep.")

            package init() {}

            package let address = Field<String>("Host and port.")
            package let accessToken = Field<String>("Token of the account.")
        }

        /// Datadog.
        package struct Datadog: Message {
            package static let schema = Schema(Datadog(), "Datadog.")

            package init() {}

            package let address = Field<String>("Host and port; `$(HOST_IP)` stands for the node's address.")
        }

        /// Stackdriver.
        package struct Stackdriver: Message {
            package static let schema = Schema(Stackdriver(), "Stackdriver.")

            package init() {}

            package let debug = Field<Bool>("Writes traces to standard output.")
            package let maxNumberOfAttributes = Field<Int64Value>("Most attributes of a span.", default: 200)
            package let maxNumberOfAnnotations = Field<Int64Value>(
                "Most annotations of a span.", default: 200)
            package let maxNumberOfMessageEvents = Field<Int64Value>("Most events of a span.", default: 200)
        }

        /// An agent of OpenCensus.
        package struct OpenCensusAgent: Message {
            package static let schema = Schema(OpenCensusAgent(), "An agent of OpenCensus.")

            package init() {}

            package let address = Field<String>("gRPC address of the agent.")
            package let context = Field<[MeshConfig.TraceContext]>("Headers that carry the trace.")
        }

        /// A tag; its value comes from one of three sources.
        package struct CustomTag: Message {
            package static let schema = Schema(
                CustomTag(), "A tag; its value comes from one of three sources.")

            package init() {}

            package let literal = Field<Literal>("The value itself.", .oneOf("type"))
            package let environment = Field<Environment>(
                "An environment variable of the proxy.", .oneOf("type"))
            package let header = Field<RequestHeader>("A header of the request.", .oneOf("type"))
        }

        /// A fixed value.
        package struct Literal: Message {
            package static let schema = Schema(Literal(), "A fixed value.")

            package init() {}

            package let value = Field<String>("The value.")
        }

        /// An environment variable of the proxy.
        package struct Environment: Message {
            package static let schema = Schema(Environment(), "An environment variable of the proxy.")

            package init() {}

            package let name = Field<String>("Name of the variable.")
            package let defaultValue = Field<String>("The value if the variable is not set.")
        }

        /// A header of the request.
        package struct RequestHeader: Message {
            package static let schema = Schema(RequestHeader(), "A header of the request.")

            package init() {}

            package let name = Field<String>("Name of the header.")
            package let defaultValue = Field<String>("The value if the header is absent.")
        }
    }
}

extension MeshConfig {
    /// Headers that carry a trace.
    package enum TraceContext: String, Enumeration {
        package static let name = "istio.mesh.v1alpha1.Tracing_OpenCensusAgent_TraceContext"

        case unspecified = "UNSPECIFIED"
        case w3cTraceContext = "W3C_TRACE_CONTEXT"
        case grpcBin = "GRPC_BIN"
        case cloudTraceContext = "CLOUD_TRACE_CONTEXT"
        case b3 = "B3"

        package var doc: String {
            switch self {
            case .unspecified: "None."
            case .w3cTraceContext: "traceparent and tracestate of the W3C."
            case .grpcBin: "grpc-trace-bin."
            case .cloudTraceContext: "X-Cloud-Trace-Context."
            case .b3: "X-B3-TraceId and its kin."
            }
        }
    }
}

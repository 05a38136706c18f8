package import Schema
import YAML

/// What to trace, and where to send it.
package struct Tracing: Message {
    package static let schema = Schema(Tracing(), "What to trace, and where to send it.")

    package init() {}

    package let match = Field<TracingSelector>("The side of the traffic, both if absent.", .since("1.14"))
    package let providers = Field<[Telemetry.ProviderRef]>("Where to send spans, at most one.")
    package let randomSamplingPercentage = Field<Double>(
        "Share of the requests to trace in percent.", .range(0...100))
    package let disableSpanReporting = Field<BoolValue>("Passes traces on, but reports no spans.")
    package let customTags = Field<[String: CustomTag]>("Further tags of spans.")
    package let useRequestIdForTraceSampling = Field<BoolValue>(
        "Decides by the request's identifier, as if absent.", .since("1.13"))
    package let enableIstioTags = Field<BoolValue>("Adds Istio's own tags, as if absent.", .since("1.25"))
    package let disableContextPropagation = Field<BoolValue>(
        "Passes no trace context on.", .since("1.30"), default: false)

    /// A side of the traffic.
    package struct TracingSelector: Message {
        package static let schema = Schema(TracingSelector(), "A side of the traffic.")

        package init() {}

        package let mode = Field<Telemetry.WorkloadMode>("The side of the traffic.")
    }

    /// A tag; its value comes from one of four sources.
    package struct CustomTag: Message {
        package static let schema = Schema(CustomTag(), "A tag; its value comes from one of four sources.")

        package init() {}

        package let literal = Field<Literal>("The value itself.", .oneOf("type"))
        package let environment = Field<Environment>("An environment variable of the proxy.", .oneOf("type"))
        package let header = Field<RequestHeader>("A header of the request.", .oneOf("type"))
        package let formatter = Field<Formatter>(
            "A text with variables of Envoy's access log.", .oneOf("type"), .since("1.29"))
    }

    /// A fixed value.
    package struct Literal: Message {
        package static let schema = Schema(Literal(), "A fixed value.")

        package init() {}

        package let value = Field<String>("The value.", .required, .atLeast(1))
    }

    /// An environment variable of the proxy.
    package struct Environment: Message {
        package static let schema = Schema(Environment(), "An environment variable of the proxy.")

        package init() {}

        package let name = Field<String>("Name of the variable.", .required, .atLeast(1))
        package let defaultValue = Field<String>("The value if the variable is not set.")
    }

    /// A header of the request.
    package struct RequestHeader: Message {
        package static let schema = Schema(RequestHeader(), "A header of the request.")

        package init() {}

        package let name = Field<String>("Name of the header.", .required, .atLeast(1))
        package let defaultValue = Field<String>("The value if the header is absent.")
    }

    /// A text with variables.
    package struct Formatter: Message {
        package static let schema = Schema(Formatter(), "A text with variables.")

        package init() {}

        package let value = Field<String>(
            "The text, in the format of Envoy's access log.", .required, .atLeast(1))
    }
}

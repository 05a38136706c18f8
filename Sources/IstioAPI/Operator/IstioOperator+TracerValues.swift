package import Schema

extension IstioOperator.Values {
    /// A tracer.
    package enum Tracer: String, Enumeration {
        package static let name = "istio.operator.v1alpha1.tracer"

        case zipkin = "zipkin"
        case lightstep = "lightstep"
        case datadog = "datadog"
        case stackdriver = "stackdriver"
        case openCensusAgent = "openCensusAgent"
        case none = "none"

        package var doc: String {
            switch self {
            case .zipkin: "Zipkin."
            case .lightstep: "Lightstep."
            case .datadog: "Datadog."
            case .stackdriver: "Stackdriver."
            case .openCensusAgent: "An agent of OpenCensus."
            case .none: "None."
            }
        }
    }

    /// Tracers.
    package struct TracerConfig: Message {
        package static let schema = Schema(TracerConfig(), "Tracers.", hasSnakeCase: false)

        package init() {}

        package let datadog = Field<TracerDatadogConfig>("Datadog.")
        package let lightstep = Field<TracerLightStepConfig>("Lightstep.")
        package let zipkin = Field<TracerZipkinConfig>("Zipkin.")
        package let stackdriver = Field<TracerStackdriverConfig>("Stackdriver.")
    }

    /// Datadog.
    package struct TracerDatadogConfig: Message {
        package static let schema = Schema(TracerDatadogConfig(), "Datadog.", hasSnakeCase: false)

        package init() {}

        package let address = Field<String>("Host and port.")
    }

    /// Lightstep.
    package struct TracerLightStepConfig: Message {
        package static let schema = Schema(TracerLightStepConfig(), "Lightstep.", hasSnakeCase: false)

        package init() {}

        package let address = Field<String>("Host and port.")
        package let accessToken = Field<String>("Token of the account.")
    }

    /// Zipkin.
    package struct TracerZipkinConfig: Message {
        package static let schema = Schema(TracerZipkinConfig(), "Zipkin.", hasSnakeCase: false)

        package init() {}

        package let address = Field<String>("Host and port.")
    }

    /// Stackdriver.
    package struct TracerStackdriverConfig: Message {
        package static let schema = Schema(TracerStackdriverConfig(), "Stackdriver.", hasSnakeCase: false)

        package init() {}

        package let debug = Field<BoolValue>("Writes traces to standard output.")
        package let maxNumberOfAttributes = Field<UInt32>("Most attributes of a span.")
        package let maxNumberOfAnnotations = Field<UInt32>("Most annotations of a span.")
        package let maxNumberOfMessageEvents = Field<UInt32>("Most events of a span.")
    }
}

package import Schema
import YAML

extension MeshConfig.ExtensionProvider {
    /// Traces to OpenTelemetry.
    package struct OpenTelemetryTracingProvider: Message {
        package static let schema = Schema(OpenTelemetryTracingProvider(), "Traces to OpenTelemetry.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let maxTagLength = Field<UInt32>(
            "Longest path in the tag of the URL, 256 characters if absent.")
        package let http = Field<HttpService>("Sends over HTTP; not with `grpc`.", .since("1.22"))
        package let grpc = Field<GrpcService>("Sends over gRPC; not with `http`.", .since("1.24"))
        package let resourceDetectors = Field<ResourceDetectors>(
            "What is found out about the proxy's surroundings.", .since("1.22"))
        package let serviceAttributeEnrichment = Field<ServiceAttributeEnrichment>(
            "Which attributes describe the service.", .since("1.30"))
        package let dynatraceSampler = Field<DynatraceSampler>(
            "Leaves the choice of requests to Dynatrace.", .oneOf("sampling"), .since("1.22"))

        /// The choice of requests by Dynatrace.
        package struct DynatraceSampler: Message {
            package static let schema = Schema(DynatraceSampler(), "The choice of requests by Dynatrace.")

            package init() {}

            package let tenant = Field<String>("Tenant of Dynatrace.")
            package let clusterId = Field<Int32>("Cluster of Dynatrace.")
            package let rootSpansPerMinute = Field<UInt32>(
                "Spans a minute when Dynatrace does not answer.", default: 1000)
            package let httpService = Field<DynatraceApi>("Where Dynatrace is asked.")

            /// Where Dynatrace is asked.
            package struct DynatraceApi: Message {
                package static let schema = Schema(DynatraceApi(), "Where Dynatrace is asked.")

                package init() {}

                package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
                package let port = Field<UInt32>("Port of the service.")
                package let http = Field<HttpService>("How to ask.")
            }
        }
    }

    /// What is found out about the proxy's surroundings.
    package struct ResourceDetectors: Message {
        package static let schema = Schema(
            ResourceDetectors(), "What is found out about the proxy's surroundings.")

        package init() {}

        package let environment = Field<EnvironmentResourceDetector>(
            "Reads the variable OTEL_RESOURCE_ATTRIBUTES.")
        package let dynatrace = Field<DynatraceResourceDetector>("Reads the files of Dynatrace's agent.")

        /// Reads the variable OTEL_RESOURCE_ATTRIBUTES; it has no settings.
        package struct EnvironmentResourceDetector: Message {
            package static let schema = Schema(
                EnvironmentResourceDetector(),
                "Reads the variable OTEL_RESOURCE_ATTRIBUTES; it has no settings.")

            package init() {}
        }

        /// Reads the files of Dynatrace's agent; it has no settings.
        package struct DynatraceResourceDetector: Message {
            package static let schema = Schema(
                DynatraceResourceDetector(), "Reads the files of Dynatrace's agent; it has no settings.")

            package init() {}
        }
    }

    /// Which attributes describe a service.
    package enum ServiceAttributeEnrichment: String, Enumeration {
        package static let name =
            "istio.mesh.v1alpha1.MeshConfig_ExtensionProvider_ServiceAttributeEnrichment"

        case istioCanonical = "ISTIO_CANONICAL"
        case otelSemanticConventions = "OTEL_SEMANTIC_CONVENTIONS"

        package var doc: String {
            switch self {
            case .istioCanonical: "Istio's canonical names."
            case .otelSemanticConventions: "Those of OpenTelemetry's conventions."
            }
        }
    }
}

package import Schema
import YAML

/// How to see whether a workload is ready; one of four ways.
package struct ReadinessProbe: Message {
    package static let schema = Schema(
        ReadinessProbe(), "How to see whether a workload is ready; one of four ways.")

    package init() {}

    package let initialDelaySeconds = Field<Int32>(
        "Seconds from start to the first probe.", .range(0...Double.infinity))
    package let timeoutSeconds = Field<Int32>(
        "Seconds after which a probe has failed.", .range(0...Double.infinity), default: 1)
    package let periodSeconds = Field<Int32>(
        "Seconds between probes.", .range(0...Double.infinity), default: 10)
    package let successThreshold = Field<Int32>(
        "Successes in a row that make a workload ready.", .range(0...Double.infinity), default: 1)
    package let failureThreshold = Field<Int32>(
        "Failures in a row that make a workload not ready.", .range(0...Double.infinity), default: 3)
    package let httpGet = Field<HTTPHealthCheck>(
        "A request that must be answered with a status from 200 to 399.", .oneOf("health_check_method"))
    package let tcpSocket = Field<TCPHealthCheck>(
        "A connection that must be accepted.", .oneOf("health_check_method"))
    package let exec = Field<ExecHealthCheck>(
        "A command that must end with status 0.", .oneOf("health_check_method"))
    package let grpc = Field<GRPCHealthCheck>(
        "A call of gRPC's health service that must answer that it serves.", .oneOf("health_check_method"),
        .since("1.25"))

    /// A request that must succeed.
    package struct HTTPHealthCheck: Message {
        package static let schema = Schema(
            HTTPHealthCheck(), "A request that must succeed.", name: "HTTPHealthCheckConfig")

        package init() {}

        package let path = Field<String>("Path to ask for, `/` if absent.")
        package let port = Field<UInt32>("Port to ask at.", .required)
        package let host = Field<String>("Host to ask, the workload's address if absent.")
        package let scheme = Field<String>("HTTP or HTTPS, HTTP if absent.")
        package let httpHeaders = Field<[Header]>("Headers to send.")

        /// A header to send.
        package struct Header: Message {
            package static let schema = Schema(Header(), "A header to send.", name: "HTTPHeader")

            package init() {}

            package let name = Field<String>(
                "Name of the header: letters, digits, dashes and underscores.", .pattern("^[-_A-Za-z0-9]+$"))
            package let value = Field<String>("Value of the header.")
        }
    }

    /// A connection that must be accepted.
    package struct TCPHealthCheck: Message {
        package static let schema = Schema(
            TCPHealthCheck(), "A connection that must be accepted.", name: "TCPHealthCheckConfig")

        package init() {}

        package let host = Field<String>("Host to connect to, the workload's if absent.")
        package let port = Field<UInt32>("Port to connect to.", .required)
    }

    /// A command that must succeed.
    package struct ExecHealthCheck: Message {
        package static let schema = Schema(
            ExecHealthCheck(), "A command that must succeed.", name: "ExecHealthCheckConfig")

        package init() {}

        package let command = Field<[String]>(
            "The command and its arguments, run without a shell.", .required, .eachAtLeast(1))
    }

    /// A call of gRPC's health service.
    package struct GRPCHealthCheck: Message {
        package static let schema = Schema(
            GRPCHealthCheck(), "A call of gRPC's health service.", name: "GrpcHealthCheckConfig")

        package init() {}

        package let port = Field<UInt32>("Port of the service.")
        package let service = Field<String>("Name of the service to ask about.")
    }
}

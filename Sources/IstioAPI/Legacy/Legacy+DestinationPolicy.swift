package import Schema
import YAML

extension Legacy {
    /// How clients balance load over a service and when they stop calling it.
    package struct DestinationPolicy: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "DestinationPolicy", plural: "destinationpolicies",
            generation: .classic, classicType: "destination-policy")
        package static let schema = Schema(
            DestinationPolicy(), "How clients balance load over a service and when they stop calling it.",
            name: "v1alpha1.DestinationPolicy")

        package init() {}

        package let destination = Field<IstioService>("The service that the policy is about.", .expected)
        package let source = Field<IstioService>("The calling service, any if absent.")
        package let loadBalancing = Field<LoadBalancing>("How one of the service's pods is chosen.")
        package let circuitBreaker = Field<CircuitBreaker>("When calls are refused at once.")
        package let custom = Field<AnyMessage>("A policy of the proxy's own.")

        /// How one of a service's pods is chosen.
        package struct LoadBalancing: Message {
            package static let schema = Schema(
                LoadBalancing(), "How one of a service's pods is chosen.", name: "v1alpha1.LoadBalancing")

            package init() {}

            package let name = Field<Simple>("One of the usual methods.", .oneOf("lb_policy"))
            package let custom = Field<AnyMessage>("A method of the proxy's own.", .oneOf("lb_policy"))

            /// The usual methods of load balancing.
            package enum Simple: String, Enumeration {
                package static let name = "istio.routing.v1alpha1.LoadBalancing_SimpleLBPolicy"
                case roundRobin = "ROUND_ROBIN"
                case leastConnections = "LEAST_CONN"
                case random = "RANDOM"

                package var doc: String {
                    switch self {
                    case .roundRobin: "Each pod in turn."
                    case .leastConnections: "The less busy of two pods picked at random."
                    case .random: "A pod picked at random."
                    }
                }
            }
        }

        /// When calls are refused at once.
        package struct CircuitBreaker: Message {
            package static let schema = Schema(
                CircuitBreaker(), "When calls are refused at once.", name: "v1alpha1.CircuitBreaker")

            package init() {}

            package let simpleCb = Field<SimplePolicy>(
                "Limits on connections, requests and errors.", .oneOf("cb_policy"))
            package let custom = Field<AnyMessage>("A policy of the proxy's own.", .oneOf("cb_policy"))

            /// Limits on connections, requests and errors.
            package struct SimplePolicy: Message {
                package static let schema = Schema(
                    SimplePolicy(), "Limits on connections, requests and errors.",
                    name: "v1alpha1.CircuitBreaker_SimpleCircuitBreakerPolicy")

                package init() {}

                package let maxConnections = Field<Int32>("Connections to the service at most.")
                package let httpMaxPendingRequests = Field<Int32>(
                    "Requests that may wait for a connection.", default: 1024)
                package let httpMaxRequests = Field<Int32>("HTTP/2 requests at the same time.", default: 1024)
                package let sleepWindow = Field<Duration>(
                    "How long a failing pod is left alone, at least 1ms.", default: "30s")
                package let httpConsecutiveErrors = Field<Int32>(
                    "Errors in a row that make a pod count as failing.", default: 5)
                package let httpDetectionInterval = Field<Duration>(
                    "Time between two looks at the errors, at least 1ms.", default: "10s")
                package let httpMaxRequestsPerConnection = Field<Int32>(
                    "Requests after which a connection is closed, without end if 0.")
                package let httpMaxEjectionPercent = Field<Int32>(
                    "Share of the pods that may be left alone at once, in percent.", default: 10)
                package let httpMaxRetries = Field<Int32>("Retries under way at the same time.", default: 3)
            }
        }
    }
}

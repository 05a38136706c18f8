package import Schema
import YAML

extension Legacy {
    /// Policies for traffic to a service after routing, as Istio 0.7.1 knew them.
    package struct DestinationRule: Resource {
        package static let kind = Kind(
            "networking.istio.io", "v1alpha3", name: "DestinationRule", plural: "destinationrules",
            generation: .classic, classicType: "destination-rule")
        package static let schema = Schema(
            DestinationRule(), "Policies for traffic to a service after routing, as Istio 0.7.1 knew them.",
            name: "v1alpha3.DestinationRule")

        package init() {}

        package let name = Field<String>("Name of the service in the registry.", .expected)
        package let trafficPolicy = Field<TrafficPolicy>("How the service is called.")
        package let subsets = Field<[Subset]>("Named versions of the service.")

        /// A named version of a service.
        package struct Subset: Message {
            package static let schema = Schema(
                Subset(), "A named version of a service.", name: "v1alpha3.Subset")

            package init() {}

            package let name = Field<String>("Name that virtual services use.", .expected)
            package let labels = Field<[String: String]>("Labels that the version's pods carry.", .expected)
            package let trafficPolicy = Field<TrafficPolicy>(
                "How this version is called, in place of the service's policy.")
        }

        /// How a service is called.
        package struct TrafficPolicy: Message {
            package static let schema = Schema(
                TrafficPolicy(), "How a service is called.", name: "v1alpha3.TrafficPolicy")

            package init() {}

            package let loadBalancer = Field<LoadBalancerSettings>("How one of the service's pods is chosen.")
            package let connectionPool = Field<ConnectionPoolSettings>("Limits on connections and requests.")
            package let outlierDetection = Field<OutlierDetection>("When a failing pod is left alone.")
            package let tls = Field<TLSSettings>("How connections are secured.")
        }

        /// How one of a service's pods is chosen.
        package struct LoadBalancerSettings: Message {
            package static let schema = Schema(
                LoadBalancerSettings(), "How one of a service's pods is chosen.",
                name: "v1alpha3.LoadBalancerSettings")

            package init() {}

            package let simple = Field<Simple>("One of the usual methods.", .oneOf("lb_policy"))
            package let consistentHash = Field<ConsistentHash>(
                "The same pod for the same header.", .oneOf("lb_policy"))

            /// Sends requests with the same header to the same pod.
            package struct ConsistentHash: Message {
                package static let schema = Schema(
                    ConsistentHash(), "Sends requests with the same header to the same pod.",
                    name: "v1alpha3.LoadBalancerSettings_ConsistentHashLB")

                package init() {}

                package let httpHeader = Field<String>("Header that decides.", .expected)
                package let minimumRingSize = Field<UInt32>(
                    "Points on the hash ring at least.", default: 1024)
            }

            /// The usual methods of load balancing.
            package enum Simple: String, Enumeration {
                package static let name = "istio.networking.v1alpha3.LoadBalancerSettings_SimpleLB"
                case roundRobin = "ROUND_ROBIN"
                case leastConnections = "LEAST_CONN"
                case random = "RANDOM"
                case passthrough = "PASSTHROUGH"

                package var doc: String {
                    switch self {
                    case .roundRobin: "Each pod in turn."
                    case .leastConnections: "The less busy of two pods picked at random."
                    case .random: "A pod picked at random."
                    case .passthrough: "The address that the client asked for."
                    }
                }
            }
        }

        /// Limits on connections and requests.
        package struct ConnectionPoolSettings: Message {
            package static let schema = Schema(
                ConnectionPoolSettings(), "Limits on connections and requests.",
                name: "v1alpha3.ConnectionPoolSettings")

            package init() {}

            package let tcp = Field<TCPSettings>("Limits for all connections.")
            package let http = Field<HTTPSettings>("Limits for HTTP requests.")

            /// Limits for all connections.
            package struct TCPSettings: Message {
                package static let schema = Schema(
                    TCPSettings(), "Limits for all connections.",
                    name: "v1alpha3.ConnectionPoolSettings_TCPSettings")

                package init() {}

                package let maxConnections = Field<Int32>("Connections to the service at most.")
                package let connectTimeout = Field<Duration>("Time to open a connection, at least 1ms.")
            }

            /// Limits for HTTP requests.
            package struct HTTPSettings: Message {
                package static let schema = Schema(
                    HTTPSettings(), "Limits for HTTP requests.",
                    name: "v1alpha3.ConnectionPoolSettings_HTTPSettings")

                package init() {}

                package let http1MaxPendingRequests = Field<Int32>(
                    "Requests that may wait for a connection.", default: 1024)
                package let http2MaxRequests = Field<Int32>(
                    "HTTP/2 requests at the same time.", default: 1024)
                package let maxRequestsPerConnection = Field<Int32>(
                    "Requests after which a connection is closed, without end if 0.")
                package let maxRetries = Field<Int32>("Retries under way at the same time.", default: 3)
            }
        }

        /// When a failing pod is left alone.
        package struct OutlierDetection: Message {
            package static let schema = Schema(
                OutlierDetection(), "When a failing pod is left alone.", name: "v1alpha3.OutlierDetection")

            package init() {}

            package let http = Field<HTTPSettings>("How failing is seen in HTTP answers.")

            /// How failing is seen in HTTP answers.
            package struct HTTPSettings: Message {
                package static let schema = Schema(
                    HTTPSettings(), "How failing is seen in HTTP answers.",
                    name: "v1alpha3.OutlierDetection_HTTPSettings")

                package init() {}

                package let consecutiveErrors = Field<Int32>(
                    "Errors in a row that make a pod count as failing.", default: 5)
                package let interval = Field<Duration>(
                    "Time between two looks at the errors, at least 1ms.", default: "10s")
                package let baseEjectionTime = Field<Duration>(
                    "How long a failing pod is left alone at first, at least 1ms.", default: "30s")
                package let maxEjectionPercent = Field<Int32>(
                    "Share of the pods that may be left alone at once, in percent.", default: 10)
            }
        }

        /// How connections to a service are secured.
        package struct TLSSettings: Message {
            package static let schema = Schema(
                TLSSettings(), "How connections to a service are secured.", name: "v1alpha3.TLSSettings")

            package init() {}

            package let mode = Field<Mode>("Who shows a certificate.", .expected)
            package let clientCertificate = Field<String>(
                "File with the client's certificate, for mutual TLS.", .expected)
            package let privateKey = Field<String>(
                "File with the client's private key, for mutual TLS.", .expected)
            package let caCertificates = Field<String>(
                "File with the authorities that may sign the server's certificate.")
            package let subjectAltNames = Field<[String]>(
                "Names of which the server's certificate must carry one.")
            package let sni = Field<String>("Server name to ask for.")

            /// Who shows a certificate when a service is called.
            package enum Mode: String, Enumeration {
                package static let name = "istio.networking.v1alpha3.TLSSettings_TLSmode"
                case disable = "DISABLE"
                case simple = "SIMPLE"
                case mutual = "MUTUAL"

                package var doc: String {
                    switch self {
                    case .disable: "Connections are not secured."
                    case .simple: "The server shows a certificate."
                    case .mutual: "Server and client show certificates."
                    }
                }
            }
        }
    }
}

package import Schema
import YAML

/// How an endpoint is chosen.
package struct LoadBalancerSettings: Message {
    package static let schema = Schema(LoadBalancerSettings(), "How an endpoint is chosen.")

    package init() {}

    package let simple = Field<SimpleLB>("One of the usual algorithms.", .oneOf("lb_policy"))
    package let consistentHash = Field<ConsistentHashLB>(
        "The same endpoint for the same key, while endpoints stay.", .oneOf("lb_policy"))
    package let localityLbSetting = Field<LocalityLoadBalancerSetting>(
        "Preferences among localities, instead of the mesh's.", .since("1.5"))
    package let warmupDurationSecs = Field<Duration>(
        "Time in which a new endpoint's share grows to full.", .minimumMilliseconds(1), .since("1.14"))
    package let warmup = Field<WarmupConfiguration>("How a new endpoint's share grows.", .since("1.24"))

    /// The usual algorithms.
    package enum SimpleLB: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.LoadBalancerSettings_SimpleLB"

        case unspecified = "UNSPECIFIED"
        case leastConnections = "LEAST_CONN"
        case random = "RANDOM"
        case passthrough = "PASSTHROUGH"
        case roundRobin = "ROUND_ROBIN"
        case leastRequest = "LEAST_REQUEST"

        package var doc: String {
            switch self {
            case .unspecified: "Istio chooses."
            case .leastConnections: "Deprecated name of LEAST_REQUEST."
            case .random: "An endpoint picked at random."
            case .passthrough: "The address that the caller asked for."
            case .roundRobin: "Each endpoint in turn."
            case .leastRequest: "The less busy of endpoints picked at random."
            }
        }
    }

    /// The same endpoint for the same key.
    package struct ConsistentHashLB: Message {
        package static let schema = Schema(ConsistentHashLB(), "The same endpoint for the same key.")

        package init() {}

        package let httpHeaderName = Field<String>("Header whose value is the key.", .oneOf("hash_key"))
        package let httpCookie = Field<HTTPCookie>(
            "Cookie whose value is the key; it is set where it is missing.", .oneOf("hash_key"))
        package let useSourceIp = Field<Bool>("Takes the caller's address as the key.", .oneOf("hash_key"))
        package let httpQueryParameterName = Field<String>(
            "Query parameter whose value is the key.", .oneOf("hash_key"), .since("1.6"))
        package let ringHash = Field<RingHash>(
            "The ring hash algorithm.", .oneOf("hash_algorithm"), .since("1.16"))
        package let maglev = Field<MagLev>("The Maglev algorithm.", .oneOf("hash_algorithm"), .since("1.16"))
        package let minimumRingSize = Field<UInt64>(
            "Least number of virtual nodes on the ring.", .deprecated("use `ringHash`"))

        /// The ring hash algorithm.
        package struct RingHash: Message {
            package static let schema = Schema(RingHash(), "The ring hash algorithm.")

            package init() {}

            package let minimumRingSize = Field<UInt64>(
                "Least number of virtual nodes on the ring.", default: 1024)
        }

        /// The Maglev algorithm.
        package struct MagLev: Message {
            package static let schema = Schema(MagLev(), "The Maglev algorithm.")

            package init() {}

            package let tableSize = Field<UInt64>("Size of the lookup table, a prime.", default: 65537)
        }

        /// A cookie whose value is the key.
        package struct HTTPCookie: Message {
            package static let schema = Schema(HTTPCookie(), "A cookie whose value is the key.")

            package init() {}

            package let name = Field<String>("Name of the cookie.", .required)
            package let path = Field<String>("Path to set for the cookie.")
            package let ttl = Field<Duration>("Lifetime of the cookie; a session's if 0.")
            package let attributes = Field<[Attribute]>(
                "Further attributes to set for the cookie.", .since("1.28"))

            /// An attribute of a cookie.
            package struct Attribute: Message {
                package static let schema = Schema(Attribute(), "An attribute of a cookie.")

                package init() {}

                package let name = Field<String>("Name of the attribute.", .required)
                package let value = Field<String>("Value of the attribute.")
            }
        }
    }
}

/// How a new endpoint's share grows.
package struct WarmupConfiguration: Message {
    package static let schema = Schema(WarmupConfiguration(), "How a new endpoint's share grows.")

    package init() {}

    package let duration = Field<Duration>(
        "Time until the share is full.", .required, .minimumMilliseconds(1))
    package let minimumPercent = Field<Double>(
        "Share to begin with, in percent.", .range(0...100), default: 10)
    package let aggression = Field<Double>(
        "How fast the share grows; 1 is linear, more is faster.", .range(0...Double.infinity),
        default: 1)
}

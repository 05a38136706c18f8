package import Schema
import YAML

extension MeshConfig {
    /// What becomes of traffic to unknown services.
    package struct OutboundTrafficPolicy: Message {
        package static let schema = Schema(
            OutboundTrafficPolicy(), "What becomes of traffic to unknown services.")

        package init() {}

        package let mode = Field<Mode>("Whether it may leave.")
        package let tls = Field<ClientTLSSettings>(
            "How clients secure such connections, for mode ALLOW_ANY_DYNAMIC_DNS.", .since("1.30"))

        /// Whether traffic to unknown services may leave.
        package enum Mode: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.MeshConfig_OutboundTrafficPolicy_Mode"

            case registryOnly = "REGISTRY_ONLY"
            case allowAny = "ALLOW_ANY"
            case allowAnyDynamicDns = "ALLOW_ANY_DYNAMIC_DNS"

            package var number: Int32 {
                switch self {
                case .registryOnly: 0
                case .allowAny: 1
                case .allowAnyDynamicDns: 3
                }
            }

            package var doc: String {
                switch self {
                case .registryOnly: "No, it is dropped."
                case .allowAny: "Yes, to the address that was asked for."
                case .allowAnyDynamicDns: "Yes, to the host that the proxy looks up."
                }
            }
        }
    }

    /// How inbound traffic is passed to the application.
    package struct InboundTrafficPolicy: Message {
        package static let schema = Schema(
            InboundTrafficPolicy(), "How inbound traffic is passed to the application.")

        package init() {}

        package let mode = Field<Mode>("The address that the proxy connects to.")

        /// The address under which proxies reach their application.
        package enum Mode: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.MeshConfig_InboundTrafficPolicy_Mode"

            case passthrough = "PASSTHROUGH"
            case localhost = "LOCALHOST"

            package var doc: String {
                switch self {
                case .passthrough: "The pod's own."
                case .localhost: "The loopback."
                }
            }
        }
    }

    /// Settings of single services.
    package struct ServiceSettings: Message {
        package static let schema = Schema(ServiceSettings(), "Settings of single services.")

        package init() {}

        package let settings = Field<Settings>("The settings.")
        package let hosts = Field<[String]>("Hosts of the services, `*` and `*.` in front allowed.")

        /// Settings of services.
        package struct Settings: Message {
            package static let schema = Schema(Settings(), "Settings of services.")

            package init() {}

            package let clusterLocal = Field<Bool>("Keeps traffic within the cluster of the caller.")
        }
    }

    /// Which services other clusters see.
    package struct ServiceScopeConfigs: Message {
        package static let schema = Schema(ServiceScopeConfigs(), "Which services other clusters see.")

        package init() {}

        package let namespaceSelector = Field<LabelSelector>("Namespaces of the services.")
        package let servicesSelector = Field<LabelSelector>("The services.")
        package let scope = Field<Scope>("Who sees them.")

        /// Who sees a service.
        package enum Scope: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.MeshConfig_ServiceScopeConfigs_Scope"

            case local = "LOCAL"
            case global = "GLOBAL"

            package var doc: String {
                switch self {
                case .local: "Its own cluster."
                case .global: "All clusters."
                }
            }
        }
    }

    /// How paths are made comparable.
    package struct ProxyPathNormalization: Message {
        package static let schema = Schema(ProxyPathNormalization(), "How paths are made comparable.")

        package init() {}

        package let normalization = Field<NormalizationType>("What is done to paths.")

        /// What is done to paths.
        package enum NormalizationType: String, Enumeration {
            package static let name =
                "istio.mesh.v1alpha1.MeshConfig_ProxyPathNormalization_NormalizationType"

            case `default` = "DEFAULT"
            case none = "NONE"
            case base = "BASE"
            case mergeSlashes = "MERGE_SLASHES"
            case decodeAndMergeSlashes = "DECODE_AND_MERGE_SLASHES"

            package var doc: String {
                switch self {
                case .default: "As BASE."
                case .none: "Nothing."
                case .base: "Dots are resolved and backslashes made slashes, as RFC 3986 has it."
                case .mergeSlashes: "As BASE, and slashes in a row become one."
                case .decodeAndMergeSlashes: "As MERGE_SLASHES, after encoded slashes are decoded."
                }
            }
        }
    }
}

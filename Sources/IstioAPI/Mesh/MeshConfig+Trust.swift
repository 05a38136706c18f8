package import Schema
import YAML

extension MeshConfig {
    /// Authorities that workloads trust; one of two forms.
    package struct CertificateData: Message {
        package static let schema = Schema(
            CertificateData(), "Authorities that workloads trust; one of two forms.")

        package init() {}

        package let pem = Field<String>("Certificates as PEM.", .oneOf("certificate_data"))
        package let spiffeBundleUrl = Field<String>(
            "URL of a SPIFFE trust bundle.", .oneOf("certificate_data"))
        package let certSigners = Field<[String]>(
            "Kubernetes signers whose certificates these authorities vouch for.", .since("1.12"))
        package let trustDomains = Field<[String]>(
            "Trust domains that they vouch for, the mesh's own if absent.", .since("1.12"))
    }

    /// An authority outside the mesh.
    package struct CA: Message {
        package static let schema = Schema(CA(), "An authority outside the mesh.")

        package init() {}

        package let address = Field<String>("Host and port of the authority.")
        package let tlsSettings = Field<ClientTLSSettings>("How the connection to it is secured.")
        package let requestTimeout = Field<Duration>("Time for one request.", default: "10s")
        package let istiodSide = Field<Bool>(
            "Whether the control plane asks it, instead of the workloads.", default: true)
    }

    /// Limits for TLS.
    package struct TLSConfig: Message {
        package static let schema = Schema(TLSConfig(), "Limits for TLS.")

        package init() {}

        package let minProtocolVersion = Field<TLSProtocol>("Oldest version of TLS.")
        package let ecdhCurves = Field<[String]>(
            "Curves for the exchange of keys; Envoy's choice if absent.", .since("1.18"))
        package let cipherSuites = Field<[String]>(
            "Cipher suites for TLS 1.2; Envoy's choice if absent.", .since("1.19"))

        /// A version of TLS.
        package enum TLSProtocol: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.MeshConfig_TLSConfig_TLSProtocol"

            case tlsAuto = "TLS_AUTO"
            case tlsv12 = "TLSV1_2"
            case tlsv13 = "TLSV1_3"

            package var doc: String {
                switch self {
                case .tlsAuto: "The proxy's default, TLS 1.2."
                case .tlsv12: "TLS 1.2."
                case .tlsv13: "TLS 1.3."
                }
            }
        }
    }

    /// A certificate to provision.
    package struct Certificate: Message {
        package static let schema = Schema(Certificate(), "A certificate to provision.")

        package init() {}

        package let secretName = Field<String>("Secret to keep it in.")
        package let dnsNames = Field<[String]>("Names that it bears.")
    }

    /// A place that holds configuration.
    package struct ConfigSource: Message {
        package static let schema = Schema(ConfigSource(), "A place that holds configuration.")

        package init() {}

        package let address = Field<String>("Address of a server, or fs:///PATH, or k8s://.")
        package let tlsSettings = Field<ClientTLSSettings>("How the connection to it is secured.")
        package let subscribedResources = Field<[SourceResource]>(
            "What else is read from there.", .since("1.4"))

        /// What else may be read from a source of configuration.
        package enum SourceResource: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.Resource"

            case serviceRegistry = "SERVICE_REGISTRY"

            package var doc: String {
                switch self {
                case .serviceRegistry: "Services and endpoints."
                }
            }
        }
    }

    /// Providers used where no Telemetry object names one.
    package struct DefaultProviders: Message {
        package static let schema = Schema(
            DefaultProviders(), "Providers used where no Telemetry object names one.")

        package init() {}

        package let tracing = Field<[String]>("Providers of traces.")
        package let metrics = Field<[String]>("Providers of metrics.", .since("1.11"))
        package let accessLogging = Field<[String]>("Providers of access logs.", .since("1.11"))
    }
}

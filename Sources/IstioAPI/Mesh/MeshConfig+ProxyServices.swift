package import Schema
import YAML

extension MeshConfig.ProxyConfig {
    /// Statistics by their names.
    package struct ProxyStatsMatcher: Message {
        package static let schema = Schema(ProxyStatsMatcher(), "Statistics by their names.")

        package init() {}

        package let inclusionPrefixes = Field<[String]>("Beginnings of names.")
        package let inclusionSuffixes = Field<[String]>("Ends of names.")
        package let inclusionRegexps = Field<[String]>("Regular expressions for names.")
    }

    /// A service that proxies talk to.
    package struct RemoteService: Message {
        package static let schema = Schema(RemoteService(), "A service that proxies talk to.")

        package init() {}

        package let address = Field<String>("Host and port.")
        package let tlsSettings = Field<ClientTLSSettings>("How the connection is secured.")
        package let tcpKeepalive = Field<ConnectionPoolSettings.TCPSettings.TcpKeepalive>(
            "Keep-alive probes of the connection.")
    }

    /// Secret discovery.
    package struct SDS: Message {
        package static let schema = Schema(SDS(), "Secret discovery.")

        package init() {}

        package let enabled = Field<Bool>("Whether it is used.")
        package let k8sSaJwtPath = Field<String>("File with the token of the service account.")
    }

    /// What stands in front of a gateway.
    package struct Topology: Message {
        package static let schema = Schema(Topology(), "What stands in front of a gateway.")

        package init() {}

        package let numTrustedProxies = Field<UInt32>(
            "How many proxies before the gateway are trusted for the caller's address.")
        package let forwardClientCertDetails = Field<ForwardClientCertDetails>(
            "What becomes of the header x-forwarded-client-cert.")
        package let proxyProtocol = Field<ProxyProtocolConfiguration>(
            "Expects the PROXY protocol.", .since("1.19"))

        /// Expects the PROXY protocol; it has no settings.
        package struct ProxyProtocolConfiguration: Message {
            package static let schema = Schema(
                ProxyProtocolConfiguration(), "Expects the PROXY protocol; it has no settings.")

            package init() {}
        }
    }

    /// What becomes of the header x-forwarded-client-cert.
    package enum ForwardClientCertDetails: String, Enumeration {
        package static let name = "istio.mesh.v1alpha1.ForwardClientCertDetails"

        case undefined = "UNDEFINED"
        case sanitize = "SANITIZE"
        case forwardOnly = "FORWARD_ONLY"
        case appendForward = "APPEND_FORWARD"
        case sanitizeSet = "SANITIZE_SET"
        case alwaysForwardOnly = "ALWAYS_FORWARD_ONLY"

        package var doc: String {
            switch self {
            case .undefined: "As if nothing were given."
            case .sanitize: "It is removed."
            case .forwardOnly: "It is passed on if the connection has mutual TLS."
            case .appendForward: "The client's certificate is added if the connection has mutual TLS."
            case .sanitizeSet: "The client's certificate replaces it if the connection has mutual TLS."
            case .alwaysForwardOnly: "It is always passed on."
            }
        }
    }

    /// Hardware for operations with private keys.
    package struct PrivateKeyProvider: Message {
        package static let schema = Schema(PrivateKeyProvider(), "Hardware for operations with private keys.")

        package init() {}

        package let cryptomb = Field<CryptoMb>("CryptoMB, by AVX512 instructions.", .oneOf("provider"))
        package let qat = Field<QAT>("QuickAssist.", .oneOf("provider"), .since("1.17"))

        /// Settings of CryptoMB.
        package struct CryptoMb: Message {
            package static let schema = Schema(CryptoMb(), "Settings of CryptoMB.")

            package init() {}

            package let pollDelay = Field<Duration>(
                "How long operations are gathered before they run; not 0.", .required)
            package let fallback = Field<BoolValue>(
                "Uses BoringSSL where the hardware is missing.", .since("1.21"), default: false)
        }

        /// Settings of QuickAssist.
        package struct QAT: Message {
            package static let schema = Schema(QAT(), "Settings of QuickAssist.")

            package init() {}

            package let pollDelay = Field<Duration>(
                "Time between two looks for finished operations; not 0.", .required)
            package let fallback = Field<BoolValue>(
                "Uses BoringSSL where the hardware is missing.", .since("1.21"), default: false)
        }
    }
}

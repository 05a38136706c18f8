package import Schema
import YAML

/// How a server secures its connections.
package struct ServerTLSSettings: Message {
    package static let schema = Schema(ServerTLSSettings(), "How a server secures its connections.")

    package init() {}

    package let httpsRedirect = Field<Bool>("Answers every HTTP request with a redirect to HTTPS.")
    package let mode = Field<Mode>(
        "Who ends TLS, and whether clients need certificates.", default: "PASSTHROUGH")
    package let serverCertificate = Field<String>("File with the server's certificate chain.")
    package let privateKey = Field<String>("File with the server's private key.")
    package let caCertificates = Field<String>("File with the authorities that may vouch for clients.")
    package let caCrl = Field<String>("File with revoked certificates.", .since("1.22"))
    package let credentialName = Field<String>("Secret that holds certificates and key.")
    package let credentialNames = Field<[String]>(
        "Secrets that hold certificates and keys of different kinds, such as RSA and ECDSA.", .atLeast(1),
        .atMost(2), .since("1.26"))
    package let caCertCredentialName = Field<String>(
        "Secret that holds the authorities for clients' certificates.", .since("1.28"))
    package let tlsCertificates = Field<[TLSCertificate]>(
        "Files with certificates and keys of different kinds, such as RSA and ECDSA.", .atLeast(1),
        .atMost(2), .since("1.26"))
    package let subjectAltNames = Field<[String]>("Names, of which a client's certificate must bear one.")
    package let verifyCertificateSpki = Field<[String]>(
        "Base64 SHA-256 hashes of the public keys that clients may have.")
    package let verifyCertificateHash = Field<[String]>(
        "Hex SHA-256 hashes of the certificates that clients may have.")
    package let minProtocolVersion = Field<TLSProtocol>("Oldest version of TLS to accept.")
    package let maxProtocolVersion = Field<TLSProtocol>("Newest version of TLS to accept.")
    package let cipherSuites = Field<[String]>("Cipher suites to accept, Envoy's default list if absent.")

    /// Who ends TLS, and whether clients need certificates.
    package enum Mode: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.ServerTLSSettings_TLSmode"

        case passthrough = "PASSTHROUGH"
        case simple = "SIMPLE"
        case mutual = "MUTUAL"
        case autoPassthrough = "AUTO_PASSTHROUGH"
        case istioMutual = "ISTIO_MUTUAL"
        case optionalMutual = "OPTIONAL_MUTUAL"

        package var doc: String {
            switch self {
            case .passthrough: "Routes by server name and leaves TLS to the service."
            case .simple: "Ends TLS; clients need no certificate."
            case .mutual: "Ends TLS; clients must have a certificate."
            case .autoPassthrough: "As PASSTHROUGH, the server name says all of the destination."
            case .istioMutual: "Ends TLS with the certificates that the mesh issued."
            case .optionalMutual: "Ends TLS; clients may have a certificate."
            }
        }
    }

    /// A version of TLS.
    package enum TLSProtocol: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.ServerTLSSettings_TLSProtocol"

        case auto = "TLS_AUTO"
        case v1_0 = "TLSV1_0"
        case v1_1 = "TLSV1_1"
        case v1_2 = "TLSV1_2"
        case v1_3 = "TLSV1_3"

        package var doc: String {
            switch self {
            case .auto: "Envoy chooses."
            default: ""
            }
        }
    }

    /// A certificate with its key.
    package struct TLSCertificate: Message {
        package static let schema = Schema(TLSCertificate(), "A certificate with its key.")

        package init() {}

        package let serverCertificate = Field<String>("File with the certificate chain.")
        package let privateKey = Field<String>("File with the private key.")
        package let caCertificates = Field<String>("File with the authorities that may vouch for clients.")
    }
}

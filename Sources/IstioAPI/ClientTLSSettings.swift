package import Schema
import YAML

/// How clients secure their connections.
package struct ClientTLSSettings: Message {
    package static let schema = Schema(ClientTLSSettings(), "How clients secure their connections.")

    package init() {}

    package let mode = Field<Mode>("Whether, and with what certificates, TLS is used.", default: "DISABLE")
    package let clientCertificate = Field<String>(
        "File with the client's certificate chain; for mode MUTUAL.")
    package let privateKey = Field<String>("File with the client's private key; for mode MUTUAL.")
    package let caCertificates = Field<String>("File with the authorities that may vouch for the server.")
    package let credentialName = Field<String>(
        "Secret that holds certificates and key, instead of files.", .since("1.7"))
    package let subjectAltNames = Field<[String]>("Names, of which the server's certificate must bear one.")
    package let sni = Field<String>("Server name to ask for.")
    package let insecureSkipVerify = Field<BoolValue>("Trusts any server; for tests only.", .since("1.12"))
    package let caCrl = Field<String>("File with revoked certificates.", .since("1.22"))

    /// Whether, and with what certificates, clients use TLS.
    package enum Mode: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.ClientTLSSettings_TLSmode"

        case disable = "DISABLE"
        case simple = "SIMPLE"
        case mutual = "MUTUAL"
        case istioMutual = "ISTIO_MUTUAL"

        package var doc: String {
            switch self {
            case .disable: "No TLS."
            case .simple: "TLS without a certificate of the client."
            case .mutual: "TLS with the given client certificate."
            case .istioMutual: "TLS with the certificate that the mesh issued."
            }
        }
    }
}

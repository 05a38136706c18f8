import Crypto
import SwiftASN1
import X509

/// A wish for a certificate, for an authority that others keep (PKCS #10), with a new key (P-256).
package struct SigningRequest: Sendable {
    package let pem: String
    package let keyPEM: String

    /// For a server of these names; `organization` goes before the name when it is given.
    package init(named name: String, organization: String? = nil, _ names: ServerNames) throws {
        let key = P256.Signing.PrivateKey()
        let subject =
            if let organization {
                try DistinguishedName {
                    OrganizationName(organization)
                    CommonName(name)
                }
            } else {
                try DistinguishedName { CommonName(name) }
            }
        let extensions = try Certificate.Extensions { SubjectAlternativeNames(names.general) }
        let request = try CertificateSigningRequest(
            version: .v1, subject: subject, privateKey: .init(key),
            attributes: .init([.init(ExtensionRequest(extensions: extensions))]),
            signatureAlgorithm: .ecdsaWithSHA256)
        pem = try request.serializeAsPEM().pemString + "\n"
        keyPEM = key.pemRepresentation + "\n"
    }
}

import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// An authority of our own (P-256) that makes certificates for servers.
package struct CertificateAuthority: Sendable {
    private let certificate: Certificate
    private let key: Certificate.PrivateKey
    package let certificatePEM: String
    package let keyPEM: String

    /// Clocks of clients may be slow.
    private static let allowance: Int64 = 3_600

    /// A certificate and the private key that belongs to it, in PEM.
    package struct Pair: Sendable {
        package let certificatePEM: String
        package let keyPEM: String

        package init(certificatePEM: String, keyPEM: String) {
            self.certificatePEM = certificatePEM
            self.keyPEM = keyPEM
        }
    }

    /// A new one. `now` and `lifetime` are in seconds, `now` since 1970.
    package init(named name: String, now: Int64, lifetime: Int64) throws {
        let key = P256.Signing.PrivateKey()
        let own = try DistinguishedName { CommonName(name) }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: Self.date(now - Self.allowance), notValidAfter: Self.date(now + lifetime),
            issuer: own, subject: own, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: .init(key.publicKey))
            },
            issuerPrivateKey: .init(key))
        try self.init(certificate, .init(key), keyPEM: key.pemRepresentation + "\n")
    }

    /// One that was made before; nil for texts that are no authority and its key.
    package init?(certificatePEM: [UInt8], keyPEM: [UInt8]) {
        let keyText = String(decoding: keyPEM, as: UTF8.self)
        guard let certificate = try? Certificate(pemEncoded: String(decoding: certificatePEM, as: UTF8.self)),
            let key = try? Certificate.PrivateKey(pemEncoded: keyText),
            certificate.publicKey == key.publicKey, Self.isAuthority(certificate),
            let made = try? CertificateAuthority(certificate, key, keyPEM: keyText)
        else { return nil }
        self = made
    }

    private init(_ certificate: Certificate, _ key: Certificate.PrivateKey, keyPEM: String) throws {
        self.certificate = certificate
        self.key = key
        self.certificatePEM = try certificate.serializeAsPEM().pemString + "\n"
        self.keyPEM = keyPEM
    }

    /// Whether it is still good at a time in seconds since 1970.
    package func isGood(at time: Int64) -> Bool { certificate.notValidAfter > Self.date(time) }

    /// A certificate for a server of these names and addresses, and its new key. `lifetime` is in seconds.
    package func certificate(
        named name: String, _ names: ServerNames, now: Int64, lifetime: Int64
    ) throws -> Pair {
        let own = P256.Signing.PrivateKey()
        let signed = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(own.publicKey),
            notValidBefore: Self.date(now - Self.allowance), notValidAfter: Self.date(now + lifetime),
            issuer: certificate.subject, subject: try DistinguishedName { CommonName(name) },
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames(names.general)
                AuthorityKeyIdentifier(
                    keyIdentifier: SubjectKeyIdentifier(hash: certificate.publicKey).keyIdentifier)
            },
            issuerPrivateKey: key)
        return Pair(
            certificatePEM: try signed.serializeAsPEM().pemString + "\n", keyPEM: own.pemRepresentation + "\n"
        )
    }

    private static func isAuthority(_ certificate: Certificate) -> Bool {
        guard case .isCertificateAuthority = try? certificate.extensions.basicConstraints else {
            return false
        }
        return true
    }

    private static func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}

import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// The certificates and the token of a sandbox: an authority of its own (P-256), made once, and a server
/// certificate made at every start.
struct Credentials: Sendable {
    let authorityPEM: String
    let serverPEM: String
    let serverKeyPEM: String
    let token: String

    private static let authorityLifetime: TimeInterval = 10 * 365 * 86_400
    private static let serverLifetime: TimeInterval = 365 * 86_400
    /// Clocks of clients may be slow.
    private static let allowance: TimeInterval = 3_600

    private struct Authority {
        var certificate: Certificate
        var key: Certificate.PrivateKey
    }

    init(_ directory: SandboxDirectory, address: String) throws {
        let authority = try Self.stored(directory) ?? Self.made(directory)
        let key = P256.Signing.PrivateKey()
        let certificate = try Self.serverCertificate(key, address: address, by: authority)
        authorityPEM = try authority.certificate.serializeAsPEM().pemString + "\n"
        serverPEM = try certificate.serializeAsPEM().pemString + "\n"
        serverKeyPEM = key.pemRepresentation + "\n"
        token = try Self.token(directory)
        try PrivateFile.write(serverPEM, to: directory.serverCertificate)
        try PrivateFile.write(serverKeyPEM, to: directory.serverKey)
    }

    private static func stored(_ directory: SandboxDirectory) throws -> Authority? {
        guard let pem = try? PrivateFile.read(directory.caCertificate, limit: 64 << 10),
            let keyPEM = try? PrivateFile.read(directory.caKey, limit: 64 << 10),
            let certificate = try? Certificate(pemEncoded: String(decoding: pem, as: UTF8.self)),
            let key = try? Certificate.PrivateKey(pemEncoded: String(decoding: keyPEM, as: UTF8.self)),
            certificate.publicKey == key.publicKey,
            certificate.notValidAfter > Date().addingTimeInterval(serverLifetime)
        else { return nil }
        return Authority(certificate: certificate, key: key)
    }

    private static func made(_ directory: SandboxDirectory) throws -> Authority {
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("istioctl sandbox authority") }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: Date().addingTimeInterval(-allowance),
            notValidAfter: Date().addingTimeInterval(authorityLifetime), issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: .init(key.publicKey))
            },
            issuerPrivateKey: .init(key))
        try PrivateFile.write(key.pemRepresentation + "\n", to: directory.caKey)
        try PrivateFile.write(try certificate.serializeAsPEM().pemString + "\n", to: directory.caCertificate)
        return Authority(certificate: certificate, key: .init(key))
    }

    private static func serverCertificate(
        _ key: P256.Signing.PrivateKey, address: String, by authority: Authority
    ) throws -> Certificate {
        var names: [GeneralName] = [.dnsName("localhost"), .dnsName("kubernetes.default.svc")]
        for bytes in [[127, 0, 0, 1], [UInt8](repeating: 0, count: 15) + [1], ipv4(address)]
        where !bytes.isEmpty {
            names.append(.ipAddress(ASN1OctetString(contentBytes: ArraySlice(bytes))))
        }
        return try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: Date().addingTimeInterval(-allowance),
            notValidAfter: Date().addingTimeInterval(serverLifetime),
            issuer: authority.certificate.subject,
            subject: try DistinguishedName { CommonName("istioctl sandbox") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames(names)
                AuthorityKeyIdentifier(
                    keyIdentifier: SubjectKeyIdentifier(hash: authority.key.publicKey).keyIdentifier)
            },
            issuerPrivateKey: authority.key)
    }

    private static func ipv4(_ address: String) -> [UInt8] {
        let bytes = address.split(separator: ".").compactMap { UInt8($0) }
        return bytes.count == 4 && bytes != [127, 0, 0, 1] ? bytes : []
    }

    /// 256 random bits in hexadecimal; kept as long as the data, so that copies of the kubeconfig stay right.
    private static func token(_ directory: SandboxDirectory) throws -> String {
        if let bytes = try? PrivateFile.read(directory.token, limit: 4 << 10) {
            let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
            if text.utf8.count >= 32 { return text }
        }
        var random = SystemRandomNumberGenerator()
        let token = (0..<4).map { _ in
            let word = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
            return String(repeating: "0", count: 16 - word.count) + word
        }.joined()
        try PrivateFile.write(token + "\n", to: directory.token)
        return token
    }
}

import FoundationEssentials
import Serving

/// The certificates and the token of a sandbox: an authority of its own (P-256), made once, and a server
/// certificate made at every start.
struct Credentials: Sendable {
    let authorityPEM: String
    let serverPEM: String
    let serverKeyPEM: String
    let token: String

    /// In seconds.
    private static let authorityLifetime: Int64 = 10 * 365 * 86_400
    private static let serverLifetime: Int64 = 365 * 86_400

    init(_ directory: SandboxDirectory, address: String) throws {
        let now = Int64(Date().timeIntervalSince1970)
        let authority = try Self.stored(directory, now) ?? Self.made(directory, now)
        let names = ServerNames(
            hosts: ["localhost", "kubernetes.default.svc"],
            addresses: [[127, 0, 0, 1], [UInt8](repeating: 0, count: 15) + [1], Self.ipv4(address)]
                .filter { !$0.isEmpty })
        let server = try authority.certificate(
            named: "istioctl sandbox", names, now: now, lifetime: Self.serverLifetime)
        authorityPEM = authority.certificatePEM
        serverPEM = server.certificatePEM
        serverKeyPEM = server.keyPEM
        token = try Self.token(directory)
        try PrivateFile.write(serverPEM, to: directory.serverCertificate)
        try PrivateFile.write(serverKeyPEM, to: directory.serverKey)
    }

    private static func stored(_ directory: SandboxDirectory, _ now: Int64) throws -> CertificateAuthority? {
        guard let pem = try? PrivateFile.read(directory.caCertificate, limit: 64 << 10),
            let key = try? PrivateFile.read(directory.caKey, limit: 64 << 10),
            let authority = CertificateAuthority(certificatePEM: pem, keyPEM: key),
            authority.isGood(at: now + serverLifetime)
        else { return nil }
        return authority
    }

    private static func made(_ directory: SandboxDirectory, _ now: Int64) throws -> CertificateAuthority {
        let authority = try CertificateAuthority(
            named: "istioctl sandbox authority", now: now, lifetime: authorityLifetime)
        try PrivateFile.write(authority.keyPEM, to: directory.caKey)
        try PrivateFile.write(authority.certificatePEM, to: directory.caCertificate)
        return authority
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

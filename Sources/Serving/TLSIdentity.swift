import NIOSSL
import Synchronization
import X509

/// The certificate that a server shows, which can be changed while it serves: connections that are open keep
/// the one they were made with.
package final class TLSIdentity: Sendable {
    private let current: Mutex<NIOSSLContext>

    /// Why a certificate cannot be shown.
    package struct Problem: Error, CustomStringConvertible {
        package let description: String
    }

    /// `certificate` is PEM with the server's own certificate first, `key` the PEM of its private key.
    package init(certificate: [UInt8], key: [UInt8]) throws(Problem) {
        current = Mutex(try Self.context(certificate, key))
    }

    /// Shows another certificate from now on; on a problem it stays as it was.
    package func replace(certificate: [UInt8], key: [UInt8]) throws(Problem) {
        let new = try Self.context(certificate, key)
        current.withLock { $0 = new }
    }

    var context: NIOSSLContext { current.withLock { $0 } }

    private static func context(_ certificate: [UInt8], _ keyPEM: [UInt8]) throws(Problem) -> NIOSSLContext {
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(certificate), !chain.isEmpty else {
            throw Problem(description: "there is no certificate in PEM")
        }
        guard let key = try? NIOSSLPrivateKey(bytes: keyPEM, format: .pem) else {
            throw Problem(description: "there is no private key in PEM")
        }
        // TLS would find out at the first connection only.
        guard isPair(certificate, keyPEM) else {
            throw Problem(description: "the private key is not that of the certificate")
        }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        do {
            return try NIOSSLContext(configuration: tls)
        } catch {
            throw Problem(description: "\(error)")
        }
    }

    /// Also when one of them is of a kind that cannot be looked into.
    private static func isPair(_ certificate: [UInt8], _ key: [UInt8]) -> Bool {
        guard let own = try? Certificate(pemEncoded: firstDocument(certificate)),
            let key = try? Certificate.PrivateKey(pemEncoded: String(decoding: key, as: UTF8.self))
        else { return true }
        return own.publicKey == key.publicKey
    }

    /// The server's own certificate of a chain.
    private static func firstDocument(_ pem: [UInt8]) -> String {
        let text = String(decoding: pem, as: UTF8.self)
        guard let end = text.firstRange(of: "-----END CERTIFICATE-----") else { return text }
        let start = text.firstRange(of: "-----BEGIN CERTIFICATE-----")?.lowerBound ?? text.startIndex
        return start < end.upperBound ? String(text[start..<end.upperBound]) : text
    }
}

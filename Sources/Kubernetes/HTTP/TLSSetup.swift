package import NIOSSL

/// TLS settings of a cluster in NIO's terms.
package enum TLSSetup {
    package static func client(_ tls: TLSConfiguration, _ environment: Environment)
        throws(ClusterError) -> NIOSSL.TLSConfiguration
    {
        var result = NIOSSL.TLSConfiguration.makeClientConfiguration()
        result.minimumTLSVersion = .tlsv12
        if tls.skipsVerification {
            result.certificateVerification = .none
        } else if let authority = tls.certificateAuthority {
            let certificates = certificates(authority)
            guard !certificates.isEmpty else {
                throw .configuration("the certificate authority contains no PEM certificate")
            }
            result.trustRoots = .certificates(certificates)
        } else if let file = environment.variable("SSL_CERT_FILE") {
            result.trustRoots = .file(file)
        }
        if let chain = tls.clientCertificate, let key = tls.clientKey {
            let certificates = certificates(chain)
            guard !certificates.isEmpty else {
                throw .configuration("the client certificate contains no PEM certificate")
            }
            result.certificateChain = certificates.map { .certificate($0) }
            guard let privateKey = try? NIOSSLPrivateKey(bytes: key.revealed, format: .pem) else {
                throw .configuration("the client key is not a PEM private key")
            }
            result.privateKey = .privateKey(privateKey)
        }
        return result
    }

    private static func certificates(_ pem: [UInt8]) -> [NIOSSLCertificate] {
        (try? NIOSSLCertificate.fromPEMBytes(pem)) ?? []
    }
}

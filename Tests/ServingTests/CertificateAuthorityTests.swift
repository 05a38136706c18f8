import Crypto
import FoundationEssentials
import SwiftASN1
import Testing
import X509

@testable import Serving

@Suite struct CertificateAuthorityTests {
    private static let day: Int64 = 86_400
    private static let now: Int64 = 1_700_000_000

    private func authority() throws -> CertificateAuthority {
        try CertificateAuthority(named: "test authority", now: Self.now, lifetime: 100 * Self.day)
    }

    private func read(_ pem: String) throws -> Certificate { try Certificate(pemEncoded: pem) }

    @Test func authoritiesSignCertificatesAndNothingBelow() throws {
        let certificate = try read(try authority().certificatePEM)
        #expect(try certificate.extensions.basicConstraints == .isCertificateAuthority(maxPathLength: 0))
        #expect(try certificate.extensions.keyUsage == KeyUsage(keyCertSign: true, cRLSign: true))
        #expect(certificate.issuer == certificate.subject)
    }

    @Test func serversGetTheirNamesAndAddresses() throws {
        let authority = try authority()
        let names = ServerNames(hosts: ["a.b.svc"], addresses: [[127, 0, 0, 1]])
        let pair = try authority.certificate(named: "a", names, now: Self.now, lifetime: 10 * Self.day)
        let certificate = try read(pair.certificatePEM)
        let root = try read(authority.certificatePEM)
        #expect(root.publicKey.isValidSignature(certificate.signature, for: certificate))
        let found = try #require(try certificate.extensions.subjectAlternativeNames)
        #expect(found.contains(.dnsName("a.b.svc")) && found.count == 2)
        #expect(try certificate.extensions.extendedKeyUsage?.contains(.serverAuth) == true)
        #expect(try certificate.extensions.basicConstraints == .notCertificateAuthority)
        let start = Int64(certificate.notValidBefore.timeIntervalSince1970)
        #expect(start < Self.now, "clocks of clients may be slow")
        #expect(Int64(certificate.notValidAfter.timeIntervalSince1970) == Self.now + 10 * Self.day)
        #expect(try Certificate.PrivateKey(pemEncoded: pair.keyPEM).publicKey == certificate.publicKey)
    }

    @Test func authoritiesAreReadAgain() throws {
        let first = try authority()
        let second = try #require(
            CertificateAuthority(
                certificatePEM: Array(first.certificatePEM.utf8), keyPEM: Array(first.keyPEM.utf8)))
        #expect(second.certificatePEM == first.certificatePEM)
        #expect(second.isGood(at: Self.now + 99 * Self.day))
        #expect(!second.isGood(at: Self.now + 101 * Self.day))
        let pair = try second.certificate(
            named: "a", ServerNames(hosts: ["a"]), now: Self.now, lifetime: Self.day)
        let other = try authority()
        for (certificate, key) in [
            (first.certificatePEM, other.keyPEM), (pair.certificatePEM, pair.keyPEM), ("", ""),
        ] {
            #expect(
                CertificateAuthority(certificatePEM: Array(certificate.utf8), keyPEM: Array(key.utf8)) == nil)
        }
    }

    @Test func servicesHaveFourNames() {
        #expect(
            ServerNames(service: "s", namespace: "n").hosts
                == ["s", "s.n", "s.n.svc", "s.n.svc.cluster.local"])
    }

    @Test func signingRequestsNameTheServer() throws {
        let request = try SigningRequest(
            named: "system:node:s.n.svc", organization: "system:nodes",
            ServerNames(service: "s", namespace: "n"))
        let read = try CertificateSigningRequest(pemEncoded: request.pem)
        #expect("\(read.subject)" == "CN=system:node:s.n.svc,O=system:nodes")
        #expect(read.publicKey.isValidSignature(read.signature, for: read))
        let extensions = try #require(try read.attributes.extensionRequest?.extensions)
        #expect(try extensions.subjectAlternativeNames?.contains(.dnsName("s.n.svc")) == true)
        #expect(try Certificate.PrivateKey(pemEncoded: request.keyPEM).publicKey == read.publicKey)
    }
}

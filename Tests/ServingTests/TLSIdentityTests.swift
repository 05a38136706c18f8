import Testing

@testable import Serving

@Suite struct TLSIdentityTests {
    @Test func brokenPairsAreRefused() throws {
        let authority = try CertificateAuthority(named: "tests", now: 1_700_000_000, lifetime: 86_400)
        func pair() throws -> CertificateAuthority.Pair {
            try authority.certificate(
                named: "a", ServerNames(hosts: ["a"]), now: 1_700_000_000, lifetime: 3_600)
        }
        let (one, two) = (try pair(), try pair())
        func problem(_ certificate: String, _ key: String) -> String? {
            do {
                _ = try TLSIdentity(certificate: Array(certificate.utf8), key: Array(key.utf8))
                return nil
            } catch {
                return error.description
            }
        }
        #expect(problem(one.certificatePEM, one.keyPEM) == nil)
        #expect(problem(one.certificatePEM + authority.certificatePEM, one.keyPEM) == nil)
        #expect(problem(one.certificatePEM, two.keyPEM) == "the private key is not that of the certificate")
        #expect(problem("", one.keyPEM) == "there is no certificate in PEM")
        #expect(problem(one.certificatePEM, "nothing") == "there is no private key in PEM")
        let identity = try TLSIdentity(
            certificate: Array(one.certificatePEM.utf8), key: Array(one.keyPEM.utf8))
        #expect(throws: TLSIdentity.Problem.self) {
            try identity.replace(
                certificate: Array(one.certificatePEM.utf8), key: Array(two.keyPEM.utf8))
        }
    }
}

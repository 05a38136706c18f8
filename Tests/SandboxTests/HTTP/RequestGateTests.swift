import Testing

@testable import Sandbox

@Suite struct RequestGateTests {
    private let gate = RequestGate(token: "secret-token", address: "127.0.0.1")

    private func status(host: String? = "127.0.0.1:6443", origin: String? = nil, _ authorization: String?)
        -> Int?
    {
        gate.refusal(host: host, origin: origin, authorization: authorization)?.status
    }

    @Test func theTokenLetsIn() {
        #expect(status("Bearer secret-token") == nil)
        #expect(status("bearer secret-token") == nil)
    }

    @Test(arguments: [nil, "", "Bearer", "Bearer secret-tokem", "Bearer secret-token2", "Basic secret-token"])
    func everythingElseIsUnauthorized(header: String?) {
        #expect(status(header) == 401)
    }

    @Test(arguments: ["https://example.com", "null", "http://127.0.0.1.example.com", "file://"])
    func webPagesAreRefused(origin: String) {
        #expect(status(origin: origin, "Bearer secret-token") == 403)
    }

    @Test func ownPagesAreNot() {
        #expect(status(origin: "https://localhost:6443", "Bearer secret-token") == nil)
        #expect(status(host: "[::1]:6443", origin: "https://[::1]:6443", "Bearer secret-token") == nil)
    }

    @Test(arguments: ["example.com", "evil.localhost.example:6443", nil]) func otherHostsAreRefused(
        host: String?
    ) {
        #expect(status(host: host, "Bearer secret-token") == 403)
    }
}

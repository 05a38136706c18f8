import Testing
import YAML

@testable import Kubernetes

@Suite struct AddressTests {
    @Test(arguments: [
        ("https://api.example", "https://api.example", 443),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080", 8080),
        ("HTTPS://[::1]:6443/k8s/c/", "https://[::1]:6443/k8s/c", 6443),
        ("10.0.0.1:80", "http://10.0.0.1:80", 80), ("http://a/b%20c", "http://a/b%20c", 80),
    ])
    func serversAreRead(_ text: String, _ wanted: String, _ port: Int) throws {
        let server = try ServerURL.parse(text)
        #expect("\(server)" == wanted)
        #expect(server.port == port)
    }

    @Test(arguments: [
        "", "https://", "ftp://a", "http://a:b", "http://a:0", "http://a:99999", "http://u:p@a", "http://a?x",
        "http://a#x", "http://a b", "http://[::1", "http://[::1]x", "http://a\nb", "/x",
        "http://a/%zz", "http://a/%4", "http://a%",
    ])
    func otherTextsAreNone(_ text: String) {
        #expect(throws: (any Error).self) { try ServerURL.parse(text) }
    }

    private func proxy(
        _ server: String, _ url: String? = nil, _ variables: [String: String] = [:]
    ) throws -> String? {
        let address = try ServerURL.parse(server)
        return try ProxyRules.proxy(for: address, url, Environment(variables: variables)).map {
            "\($0.scheme) \($0.host):\($0.port)"
        }
    }

    @Test func proxiesComeFromTheClusterThenTheEnvironment() throws {
        let variables = ["HTTPS_PROXY": "http://p:3128", "HTTP_PROXY": "q:8080"]
        #expect(try proxy("https://api.example", nil, variables) == "http p:3128")
        #expect(try proxy("http://api.example", nil, variables) == "http q:8080")
        #expect(try proxy("https://api.example", "socks5://s", variables) == "socks5 s:1080")
        #expect(try proxy("https://api.example") == nil)
        #expect(try proxy("https://127.0.0.1:6443", nil, variables) == nil)
        #expect(try proxy("https://localhost", nil, variables) == nil)
    }

    @Test(arguments: [
        ("*", true), ("api.example", true), (".example", true), ("example", true), ("*.example", true),
        ("other,api.example:6443", true), ("api.example:1", false), ("pi.example", false),
        ("10.0.0.0/8", false),
    ])
    func namesAreExempt(_ list: String, _ isExempt: Bool) throws {
        let variables = ["https_proxy": "http://p:1", "NO_PROXY": list]
        #expect((try proxy("https://api.example:6443", nil, variables) == nil) == isExempt)
    }

    @Test(arguments: [
        ("10.0.0.0/8", true), ("10.1.2.3", true), ("10.1.2.0/30", true), ("10.1.2.4/30", false),
        ("0.0.0.0/0", true),
        ("fd00::/8", false), ("10.1.2.3/33", false),
    ])
    func rangesAreExempt(_ list: String, _ isExempt: Bool) throws {
        let variables = ["https_proxy": "http://p:1", "no_proxy": list]
        #expect((try proxy("https://10.1.2.3", nil, variables) == nil) == isExempt)
    }

    @Test(arguments: ["https://p:1", "ftp://p", "http://user:hunter2@", "socks5://user:hunter2@p"])
    func unusableProxiesAreRefusedWithoutTheirPassword(_ url: String) {
        #expect {
            try proxy("https://a", url)
        } throws: { error in
            guard case ClusterError.configuration(let text) = error else { return false }
            return !text.contains("hunter2")
        }
    }

    @Test(arguments: ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "AAECAwQF/v8="])
    func base64GoesBothWays(_ text: String) throws {
        #expect(Base64.encode(try #require(Base64.decode(text))) == text)
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "Zm9v=", "Zm=v", "Zm9v!"])
    func whatIsNoBase64IsRefused(_ text: String) { #expect(Base64.decode(text) == nil) }

    @Test func timesAreRead() {
        #expect(Timestamp.seconds("1970-01-01T00:00:00Z") == 0)
        #expect(Timestamp.seconds("2018-04-01T02:00:00.5+02:00") == 1_522_540_800)
        #expect(Timestamp.seconds("2000-02-29T23:59:59Z") == 951_868_799)
        for text in ["", "2018", "2018-13-01T00:00:00Z", "2018-04-01 00:00", "2018-04-01T00:00:00Zx"] {
            #expect(Timestamp.seconds(text) == nil)
        }
    }
}

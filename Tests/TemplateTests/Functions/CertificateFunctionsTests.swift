import Template
import Testing

@Suite struct CertificateFunctionsTests {
    @Test func keysHaveTheirForms() throws {
        let template = "{{ range .kinds }}{{ genPrivateKey . }}{{ end }}"
        let text = try Rendering(data: ["kinds": ["ecdsa", "ed25519", "odd"]]).text(template)
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("-----BEGIN") }
        #expect(heads == ["-----BEGIN EC PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----"])
        #expect(text.hasSuffix("Unknown type odd"))
    }

    @Test func authoritiesVouch() throws {
        let template = """
            {{ $key := genPrivateKey "ecdsa" }}{{ $ca := genCAWithKey "ca" 30 $key }}\
            {{ $c := genSignedCertWithKey "leaf" (list "10.0.0.1" "::1") (list "a.example") 10 $ca $key }}\
            {{ eq $c.Key $key }} {{ trunc 27 $c.Cert }} {{ printf "%T" $c }}
            """
        var rendering = Rendering()
        rendering.functions = rendering.functions.adding([
            Function("list", rest: .any, returns: .anyList) { .items($0) }
        ])
        #expect(try rendering.text(template) == "true -----BEGIN CERTIFICATE----- sprig.certificate")
    }

    @Test func complaints() {
        let rendering = Rendering(data: ["l": ["x"]])
        #expect(
            rendering.complaint("{{ genSelfSignedCert `c` .l nil 1 }}")
                == "error calling genSelfSignedCert: error parsing ip: x")
        #expect(
            rendering.complaint("{{ buildCustomCert `!` `` }}")
                == "error calling buildCustomCert: unable to decode base64 certificate")
    }
}

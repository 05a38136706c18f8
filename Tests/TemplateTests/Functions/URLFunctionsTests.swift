import Testing

@Suite struct URLFunctionsTests {
    private static let parts =
        "{{ with urlParse .url }}{{ .scheme }}|{{ .userinfo }}|{{ .host }}|{{ .hostname }}|{{ .path }}|{{ .query }}"
        + "|{{ .fragment }}|{{ .opaque }}{{ end }}"

    @Test(arguments: [
        (
            "HTTPS://me:p%40ss@Example.org:8443/a%20b?x=1&y#end",
            "https|me:p%40ss|Example.org:8443|Example.org|/a b|x=1&y|end|"
        ),
        ("grpc://[fe80::1%25eth0]:15010/", "grpc||[fe80::1%eth0]:15010|fe80::1%eth0|/|||"),
        ("spiffe:td/ns", "spiffe|||||||td/ns"), ("/only/path", "||||/only/path|||"), ("", "|||||||"),
        ("postgres://a:1,b:2/db", "postgres||a:1,b:2|a:1,b|/db|||"),
    ]) func takeApart(_ url: String, _ expected: String) throws {
        #expect(try Rendering(data: ["url": .string(url)]).text(Self.parts) == expected)
    }

    @Test(arguments: [
        "HTTPS://me:p%40ss@example.org:8443/a%20b?x=1&y#end", "spiffe:td/ns", "//h/p", "file:///x", "a/b?c",
    ]) func putTogether(_ url: String) throws {
        let text = try Rendering(data: ["url": .string(url)]).text("{{ urlJoin (urlParse .url) }}")
        #expect(text == (url.hasPrefix("HTTPS") ? "https" + url.dropFirst(5) : url))
    }

    @Test(arguments: [
        ("http://a b/", "invalid character \" \" in host name"), ("http://[::1/", "missing ']' in host"),
        ("http://[1.2.3.4]/", "invalid IP-literal"), ("http://a:b:1/", "invalid port \":b:1\" after host"),
        ("http://u ser@h/", "net/url: invalid userinfo"),
        ("x\u{1}", "net/url: invalid control character in URL"),
        ("/%2", "invalid URL escape \"%2\""),
    ]) func complaints(_ url: String, _ expected: String) {
        let complaint = Rendering(data: ["url": .string(url)]).complaint("{{ urlParse .url }}")
        #expect(complaint.hasPrefix("error calling urlParse: unable to parse url: parse \""))
        #expect(complaint.hasSuffix("\": \(expected)"), "\(complaint)")
    }
}

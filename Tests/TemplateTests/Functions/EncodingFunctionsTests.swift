import Testing

@Suite struct EncodingFunctionsTests {
    @Test(arguments: [
        ("{{ b64enc `istio` }} {{ b64dec `aXN0aW8=` }}", "aXN0aW8= istio"),
        ("{{ b64dec `a` }}", "illegal base64 data at input byte 0"),
        ("{{ b64dec `aXN=x` }}", "illegal base64 data at input byte 4"),
        ("{{ b64dec `aX=0` }}", "illegal base64 data at input byte 2"),
        ("{{ b64dec `aXN0!` }}", "illegal base64 data at input byte 4"),
        ("{{ b32enc `istio` }} {{ b32enc `mesh` | b32dec }}", "NFZXI2LP mesh"),
        ("{{ b32dec `nfzxi2lp` }}", "illegal base32 data at input byte 0"),
        ("{{ sha1sum `a` }}", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"),
        ("{{ sha256sum `a` | printf `%.16s` }} {{ adler32sum `istio` }}", "ca978112ca1bbdca 108724777"),
    ]) func textsAndBytes(_ template: String, _ expected: String) throws {
        #expect(try Rendering().text(template) == expected)
    }
}

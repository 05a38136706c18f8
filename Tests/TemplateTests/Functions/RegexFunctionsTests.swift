import Template
import Testing

@Suite struct RegexFunctionsTests {
    @Test(arguments: [
        ("{{ regexMatch `^v[0-9]+$` `v12` }}", "true"),
        ("{{ regexMatch `(` `(` }}", "false"),
        ("{{ regexFind `o+` `foo boo` }}", "oo"),
        ("{{ regexFind `z` `foo` | printf `%q` }}", "\"\""),
        ("{{ regexFindAll `[a-c]x*` `axxbcx` -1 }}", "[axx b cx]"),
        ("{{ regexFindAll `[a-c]x*` `axxbcx` 2 }}", "[axx b]"),
        ("{{ regexFindAll `x*` `axb` -1 | printf `%q` }}", "[\"\" \"x\" \"\"]"),
        ("{{ regexReplaceAll `(\\w+)@(?P<host>\\w+)` `me@home` `${host}-$1-$9$$` }}", "home-me-$"),
        ("{{ regexReplaceAll `x*` `äxé` `-` }}", "-ä-é-"),
        ("{{ regexReplaceAll `a` `banana` `$1x` }}", "bnn"),
        ("{{ regexReplaceAll `a` `banana` `${1}x` }}", "bxnxnx"),
        ("{{ regexReplaceAll `a` `aa` `${x` }}", "${x${x"),
        ("{{ regexReplaceAllLiteral `a` `aba` `$1` }}", "$1b$1"),
        ("{{ regexSplit `, *` `a,b,  c` -1 | printf `%q` }}", "[\"a\" \"b\" \"c\"]"),
        ("{{ regexSplit `,` `a,b,c` 2 | printf `%q` }}", "[\"a\" \"b,c\"]"),
        ("{{ regexSplit `,` `` -1 | printf `%q` }}", "[\"\"]"),
        ("{{ regexQuoteMeta `1.5*[x]` }}", "1\\.5\\*\\[x\\]"),
        ("{{ mustRegexFind `\\pL+` `12äö3` }}", "äö"),
    ]) func followGo(_ template: String, _ expected: String) throws {
        #expect(try Rendering().text(template) == expected)
    }

    @Test func complainAsGoDoes() {
        let rendering = Rendering()
        #expect(
            rendering.complaint("{{ mustRegexMatch `a(b` `x` }}")
                == "error calling mustRegexMatch: error parsing regexp: missing closing ): `a(b`")
        #expect(
            rendering.complaint("{{ regexFindAll `*` `x` 1 }}")
                == "error calling regexFindAll: regexp: Compile(`*`): error parsing regexp: "
                + "missing argument to repetition operator: `*`")
    }

    @Test func resultsHaveLimits() {
        let data: Value = [
            "text": .string(String(repeating: "a", count: 1 << 20)),
            "all": .string(String(repeating: "$0", count: 100_000)),
        ]
        let complaint = Rendering(data: data).complaint("{{ regexReplaceAll `.+` .text .all }}")
        #expect(complaint == "error calling regexReplaceAll: the result has more than 67108864 bytes")
    }

    /// Patterns that take other engines for ever take this one no time.
    @Test func endAlways() throws {
        let template = "{{ regexMatch `^(a+)+$` .text }}"
        let data = Rendering(data: ["text": .string(String(repeating: "a", count: 50_000) + "b")])
        #expect(try data.text(template) == "false")
    }
}

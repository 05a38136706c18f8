import Testing

@testable import Template

@Suite struct GlobTests {
    @Test(arguments: [
        ("*.yaml", "a.yaml"), ("conf/*", "conf/a"), ("**", "a/b/c"), ("a/**/c", "a/x/y/c"),
        ("?.txt", "é.txt"),
        ("[a-c]x", "bx"), ("[!a]x", "bx"), ("{a,b{c,d}}.x", "bd.x"), ("\\*", "*"), ("", ""),
    ])
    func matches(_ pattern: String, _ path: String) {
        #expect(Glob(Text(pattern))?.matches(Text(path)) == true)
    }

    @Test(arguments: [
        ("*.yaml", "conf/a.yaml"), ("?", "/"), ("[!a]x", "ax"), ("{a,b}", "c"), ("a", "ab"), ("", "a"),
    ])
    func doesNotMatch(_ pattern: String, _ path: String) {
        #expect(Glob(Text(pattern))?.matches(Text(path)) == false)
    }

    @Test(arguments: ["[a", "{a", "[]", "[b-a]", String(repeating: "{a,b}", count: 9)])
    func refused(_ pattern: String) {
        #expect(Glob(Text(pattern)) == nil)
    }

    @Test func manyStarsDoNotTakeForever() {
        let glob = Glob(Text(String(repeating: "*a", count: 200)))
        #expect(glob?.matches(Text(String(repeating: "a", count: 2000) + "b")) == false)
    }
}

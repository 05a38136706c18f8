import Testing

@Suite struct PathFunctionsTests {
    @Test(arguments: [
        ("{{ base `/etc/certs/` }} {{ base `` }} {{ base `///` }}", "certs . /"),
        ("{{ dir `/etc/certs/ca.pem` }} {{ dir `ca.pem` }} {{ osDir `/x` }}", "/etc/certs . /"),
        ("{{ ext `a.b/c` }}|{{ ext `x.tar.gz` }}|{{ osExt `.` }}", "|.gz|."),
        ("{{ clean `/../a/./b/../c//` }} {{ clean `a/../..` }} {{ osClean `` }}", "/a/c .. ."),
        ("{{ isAbs `/a` }} {{ osIsAbs `a/` }} {{ osBase `a/b` }}", "true false b"),
    ]) func followGo(_ template: String, _ expected: String) throws {
        #expect(try Rendering().text(template) == expected)
    }
}

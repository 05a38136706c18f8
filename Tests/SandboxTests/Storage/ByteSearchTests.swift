import Testing

@testable import Sandbox

@Suite struct ByteSearchTests {
    @Test(arguments: [
        ("", false), ("abR", false), ("abRc", true), ("xabRc", true), ("abRcx", true), ("aRcabRc", true),
        ("RRRRabRR", false), ("abR cabRc", true), ("cabR", false), ("Rcab", false),
    ]) func findsTheText(text: String, isThere: Bool) {
        #expect(Array(text.utf8).contains("abRc", rare: 2) == isThere)
    }
}

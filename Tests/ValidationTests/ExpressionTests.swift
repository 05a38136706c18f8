import Testing

@testable import Validation

/// RE2 through its shim: exact bytes, and bounds on time and memory.
@Suite(.timeLimit(.minutes(1))) struct ExpressionTests {
    @Test(arguments: [
        "", "a", "a*b", "^/reviews/(v1|v2)$", "[[:alpha:]]+", #"\d{3}-\w+"#, "(?i)jason", "(?P<n>x)", #"\pL"#,
        "ä+", "\u{1F4DA}", "a\nb", "(((a)))", "x{1000}",
    ])
    func valid(_ pattern: String) { #expect(Expression.problem(with: pattern) == nil) }

    @Test(arguments: [
        "(", ")", "[", "a**", "+", "a{2,1}", "x{1001}", #"\"#, #"\1"#, "(?=a)", "(?!a)", "(?<=a)b", "(?z)",
        #"\p{Nope}"#, "[b-a]",
    ])
    func invalid(_ pattern: String) throws {
        let problem = try #require(Expression.problem(with: pattern))
        #expect(!problem.isEmpty && problem.utf8.count < 256)
        #expect(Expression.matches(pattern, "") == nil)
    }

    @Test func theWholeTextMustMatch() {
        #expect(Expression.matches("a+", "aaa") == true)
        #expect(Expression.matches("a+", "aaab") == false)
        #expect(Expression.matches(".*jason.*", "user=jason;") == true)
        #expect(Expression.matches("", "") == true)
        #expect(Expression.matches("ä.", "ä\u{1F4DA}") == true)
        #expect(Expression.matches("a.b", "a\nb") == false)
    }

    @Test func zeroBytesAreBytesLikeOthers() {
        #expect(Expression.problem(with: "a\0(") != nil)
        #expect(Expression.problem(with: "a\0b") == nil)
        #expect(Expression.matches("a\0b", "a\0b") == true)
        #expect(Expression.matches("a\0b", "a") == false)
        #expect(Expression.matches("a", "a\0") == false)
    }

    /// Backtracking engines need exponential time for these.
    @Test(arguments: ["(a+)+$", "(a|a)*b", "(a*)*b", "(.*a){20}b", "(x+x+)+y"])
    func hostilePatternsTakeNoTime(_ pattern: String) {
        let text = String(repeating: "a", count: 20_000) + String(repeating: "x", count: 20_000)
        #expect(Expression.problem(with: pattern) == nil)
        #expect(Expression.matches(pattern, text) == false)
    }

    /// Refused, not tried: each would need gigabytes when it is compiled.
    @Test(arguments: [
        "((a{100}){100}){100}", "(((x{30}){30}){30}){30}", #"(\pL{500}){500}"#,
        "((((((((((a{1,100}){1,100}){1,100}){1,100}){1,100}){1,100}))))))",
    ])
    func hugeProgramsAreRefused(_ pattern: String) { #expect(Expression.problem(with: pattern) != nil) }

    @Test func longPatternsAreBounded() {
        let long = String(repeating: "a|", count: 500_000) + "b"
        _ = Expression.problem(with: long)
        #expect(Expression.problem(with: String(repeating: "a", count: 10_000_000)) != nil)
        #expect(Expression.problem(with: String(repeating: "(", count: 1_000_000)) != nil)
        #expect(Expression.problem(with: String(repeating: "[", count: 1_000_000)) != nil)
        let nested = String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 5_000)
        #expect(Expression.matches(nested, "a") != false)
    }

    @Test func aLongReasonIsCut() throws {
        let reason = try #require(Expression.problem(with: "(?P<" + String(repeating: "n", count: 10_000)))
        #expect(reason.utf8.count <= 255)
    }
}

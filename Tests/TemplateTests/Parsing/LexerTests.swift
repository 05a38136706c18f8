import Testing

@testable import Template

@Suite struct LexerTests {
    private func tokens(_ text: String, _ delimiters: Delimiters = Delimiters()) -> [Token] {
        var lexer = Lexer(Source("t", Array(text.utf8)), delimiters, plainWords: [])
        var tokens: [Token] = []
        while true {
            let token = lexer.next()
            tokens.append(token)
            if token.kind == .end || token.kind == .failure { return tokens }
        }
    }

    private func kinds(_ text: String) -> [Token.Kind] {
        tokens(text).map(\.kind).filter { $0 != .space }
    }

    @Test func wordsOfAnAction() {
        #expect(
            kinds("a{{ if .x }}") == [
                .text, .leftDelimiter, .keyword(.if), .field, .rightDelimiter, .end,
            ])
        #expect(
            kinds("{{$x := f 1 | g (.)}}") == [
                .leftDelimiter, .variable, .declare, .identifier, .number, .pipe, .identifier,
                .leftParenthesis, .dot, .rightParenthesis, .rightDelimiter, .end,
            ])
    }

    @Test func trimMarkersTakeTheirSpaces() {
        let found = tokens("a \n{{- 1 -}}\t b")
        #expect(found.first?.range == 0..<1)
        #expect(found.first { $0.kind == .number }?.value == "1")
        #expect(found.dropLast().last?.range == 14..<15)
    }

    @Test func aMinusWithoutSpaceIsASign() {
        #expect(tokens("{{-1}}").first { $0.kind == .number }?.value == "-1")
    }

    @Test func commentsLeaveNothing() {
        #expect(kinds("a{{/* {{ b }} */}}c") == [.text, .text, .end])
    }

    @Test func linesAreCountedInTextAndActions() {
        #expect(tokens("a\nb{{\n.x\n}}\n{{ .y }}").filter { $0.kind == .field }.map(\.line) == [3, 5])
    }

    @Test func otherDelimiters() {
        let found = tokens("{{ [[ .x ]]", Delimiters("[[", "]]"))
        #expect(
            found.map(\.kind).filter { $0 != .space } == [
                .text, .leftDelimiter, .field, .rightDelimiter, .end,
            ])
    }

    @Test(arguments: [
        ("{{ .x", "unclosed action"), ("{{ (.x }}", "unclosed left paren"),
        ("{{ .x) }}", "unexpected right paren"),
        ("{{ \"x }}", "unterminated quoted string"), ("{{ `x }}", "unterminated raw quoted string"),
        ("{{ 'x }}", "unterminated character constant"), ("{{/* x", "unclosed comment"),
        ("{{ 1x }}", "bad number syntax: \"1x\""), ("{{ .x# }}", "bad character U+0023 '#'"),
        ("{{ \u{1} }}", "unrecognized character in action: U+0001"),
    ])
    func failures(_ text: String, _ message: String) {
        #expect(tokens(text).last?.message == message)
    }
}

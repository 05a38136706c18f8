import Testing

@testable import Diagnostics

struct ExcerptsTests {
    private func excerpt(_ text: String, _ line: UInt32, _ column: UInt32) -> Excerpts.Excerpt? {
        var excerpts = Excerpts { _ in Array(text.utf8) }
        return excerpts.excerpt(Position(file: "f", mark: Mark(line: line, column: column)))
    }

    @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "\u{FEFF}a\nb\nc"])
    func knowsAllLineEnds(text: String) {
        #expect(excerpt(text, 1, 1)?.line == "a")
        #expect(excerpt(text, 2, 1)?.line == "b")
        #expect(excerpt(text, 3, 1)?.line == "c")
        #expect(excerpt(text, 4, 1) == nil)
    }

    @Test func setsTheCaretBehindTheLineToo() {
        #expect(excerpt("ab", 1, 3)?.caret == "  ^")
        #expect(excerpt("ab", 1, 4) == nil)
    }

    @Test func shiftsTheCaretByWhatIsEscaped() {
        let found = excerpt("\tab", 1, 2)
        #expect(found?.line == #"\tab"#)
        #expect(found?.caret == "  ^")
    }

    @Test func countsScalars() {
        #expect(excerpt("é: e\u{301}x", 1, 6)?.caret == "     ^")
    }

    @Test func cutsAWindowOutOfALongLine() throws {
        let text = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
        let found = try #require(excerpt(text, 1, 501))
        #expect(found.line.count == 102)
        #expect(found.line.hasPrefix("…a") && found.line.hasSuffix("b…"))
        #expect(Array(found.line)[found.caret.count - 1] == "X")
    }

    @Test func survivesTextThatIsNoUTF8() {
        var excerpts = Excerpts { _ in [0xFF, 0xFE, 0x0A, 0x80] }
        #expect(excerpts.excerpt(Position(file: "f", mark: Mark(line: 2, column: 1))) != nil)
    }

    @Test func isNilWithoutTextOrPlace() {
        #expect(excerpt("", 1, 1) == nil)
        #expect(excerpt("a", 0, 0) == nil)
        var none = Excerpts(nil)
        #expect(none.excerpt(Position(file: "f", mark: Mark(line: 1, column: 1))) == nil)
    }
}

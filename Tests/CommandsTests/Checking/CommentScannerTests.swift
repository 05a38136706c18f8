import Testing

@testable import Commands

/// `#` is a comment only where YAML says so.
@Suite struct CommentScannerTests {
    @Test(
        arguments: [
            ("a: 1 # yes", 1), ("# yes", 1), ("a: '# no'", 0), ("a: \"# no \\\" # no\" # yes", 1),
            ("a: x#no", 0), ("a: 'it''s # no'", 0), ("a: it's # yes", 1),
            ("a: |\n  # no\n  b\nc: 1 # yes", 1),
            ("a: >-\n # no\n\n # no\n# yes", 1), ("- a: |\n    # no\n  b: 1 # yes", 1),
            ("- |\n # no\n- b # yes", 1),
            ("--- |\n# no\n...\n# yes", 1), ("a: 'two\n  # no\n  lines' # yes", 1),
            ("{a: [b, '# no'], c: d} # yes", 1),
            ("a: [\n  b, # yes\n  '#no'\n]", 1), ("a: !tag '# no'", 0), ("a: &x |\n  # no\nb: 1", 0),
            ("a: | # yes\n  # no", 1), ("a: b | # yes\n# yes", 2), ("'# no': 1 # yes", 1),
            ("a: \"\\\\\" # yes", 1),
            ("--- # yes\na: 1", 1), ("", 0), ("a: 1\r\n# yes\r\n", 1), ("a: |2\n   # no\n  # no\n # yes", 1),
        ])
    func findsComments(text: String, count: Int) {
        let found = CommentScanner(Array(text.utf8)).comments
        #expect(found.count == count, "\(text): \(found)")
        #expect(found.allSatisfy { $0.text.contains("yes") })
    }

    @Test func knowsLinesAndDocuments() {
        let text = "# head\n\n# two\na: 1 # own\n# alone\n\n# more\nb: 2\n---\n# head\nc: 3\n# end\n"
        let found = CommentScanner(Array(text.utf8)).comments
        #expect(found.map(\.mark.line) == [1, 3, 4, 5, 7, 10, 12])
        #expect(found.map(\.line) == [4, 4, 4, 8, 8, 11, 12])
        #expect(found.map(\.isHead) == [true, true, false, false, false, true, false])
        #expect(found.map(\.document) == [0, 0, 0, 0, 0, 1, 1])
    }

    @Test(arguments: ["# head\n---\na: 1\n", "\u{FEFF}# head\na: 1\n", "# one\n\n# two\n---\n# three\nb: 1"])
    func whatStandsBeforeTheFirstDocumentSpeaksOfIt(text: String) {
        let found = CommentScanner(Array(text.utf8)).comments
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.isHead && $0.document == 0 }, "\(found)")
    }

    @Test func anyBytesWillDo() {
        var state: UInt64 = 7
        let alphabet = Array("#'\"|>-:?![]{},&*% \n\r\tab\\".utf8)
        for _ in 0..<2_000 {
            let text = (0..<40).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            _ = CommentScanner(text)
        }
    }
}

import Testing

@testable import Chart

@Suite struct ManifestStreamTests {
    @Test(
        arguments: [
            ("", []), ("a", ["a"]), ("a\n---\nb\n", ["a\n", "b\n"]), ("---\n\n---  # c\na", ["# c\na"]),
            ("a\n--- b\n", ["a\n", "b\n"]), ("a: |\n  ---\n", ["a: |\n  ---\n"]), ("\u{2003}\n a", ["a"]),
        ] as [(String, [String])])
    func documentsBeginAtMarks(_ text: String, _ expected: [String]) {
        #expect(
            ManifestStream.documents(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected
        )
    }
}

import Testing

@testable import Template

@Suite struct ByteSearchTests {
    @Test(
        arguments: [
            ("abcabd", "abd", 3), ("abc", "", 0), ("", "", 0), ("", "a", nil), ("aab", "ab", 1),
            ("ab", "abc", nil),
            ("aaab", "b", 3), ("aé", "é", 1),
        ] as [(String, String, Int?)])
    func theFirstOccurrence(_ text: String, _ needle: String, _ expected: Int?) {
        let bytes = Array(text.utf8)
        #expect(bytes.firstOccurrence(of: needle.utf8)?.lowerBound == expected)
        // Slices count on from where they were cut.
        #expect(
            ([0, 0] + bytes)[2...].firstOccurrence(of: needle.utf8)?.lowerBound == expected.map { $0 + 2 })
        let range = text.utf8.firstOccurrence(of: needle.utf8)
        #expect(range.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == expected)
    }
}

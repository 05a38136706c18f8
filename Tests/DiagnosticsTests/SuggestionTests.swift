import Testing

@testable import Diagnostics

struct SuggestionTests {
    private let fields = ["match", "route", "retries", "timeout", "fault", "mirror"]

    @Test(arguments: [
        ("retires", "retries"), ("Retries", "retries"), ("timeOut", "timeout"), ("rout", "route"),
        ("fualt", "fault"), ("mirrors", "mirror"),
    ]) func findsTheWordThatWasMeant(word: String, nearest: String) {
        #expect(Suggestion.nearest(to: word, among: fields) == nearest)
    }

    @Test(arguments: ["", "x", "completelyDifferent", String(repeating: "retries", count: 100)])
    func isSilentWhenNothingIsNear(word: String) {
        #expect(Suggestion.nearest(to: word, among: fields) == nil)
    }

    @Test func countsASwapOfNeighboursAsOne() {
        #expect(Suggestion.nearest(to: "ab", among: ["ba"]) == "ba")
    }

    @Test func prefersTheEarlierOfTwoEquallyNear() {
        #expect(Suggestion.nearest(to: "cat", among: ["bat", "rat"]) == "bat")
    }
}

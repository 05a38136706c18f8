import Testing

@testable import Template

@Suite struct YAMLKeyOrderTests {
    private func sorted(_ keys: [String], lettersFollowDigits: Bool = false) -> [String] {
        let order = YAMLKeyOrder(lettersFollowDigits: lettersFollowDigits)
        return keys.shuffled().sorted { order.precedes($0, $1) }
    }

    @Test(arguments: [
        ["port", "port1", "port2", "port02", "port10", "ports"],
        ["9x", "10", "010", "11"],
        ["a.b", "a_b", "aB", "ab"],
        ["n105", "n109", "n110"],
        ["Zoo", "ant", "zebra", "\u{E4}mter"],
    ]) func numbersCountAndLettersComeLast(_ keys: [String]) {
        #expect(sorted(keys) == keys)
    }

    @Test func aLetterBehindADigitIsFirstInVersion3() {
        #expect(sorted(["v1-x", "v1beta"]) == ["v1-x", "v1beta"])
        #expect(sorted(["v1beta", "v1-x"], lettersFollowDigits: true) == ["v1beta", "v1-x"])
    }
}

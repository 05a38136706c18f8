import Testing
import YAML

@testable import Schema

struct CanonicalTests {
    private func canonical(_ node: Node) -> Node { Canonical.node(node, as: Orchard.self) }

    @Test func writesCamelCase() {
        #expect(canonical(["open_for": "1s", "is_open": true]) == ["openFor": "1.000s", "isOpen": true])
    }

    @Test func prefersCamelCaseWhereBothAreGiven() {
        #expect(canonical(["byAge": "a", "by_age": "b"]) == ["byAge": "a"])
        #expect(canonical(["by_age": "b", "byAge": "a"]) == ["byAge": "a"])
        #expect(canonical(["owner": .null, "old_name": "x", "oldName": .null]) == [:])
    }

    @Test func dropsZeroValuesAndNull() {
        #expect(
            canonical([
                "owner": "", "isOpen": false, "rank": 0, "visitors": 0, "leaves": 0, "area": 0.0, "ratio": 0,
                "soil": "SAND", "trees": .null,
            ]) == [:])
        #expect(canonical(["soil": 0, "leaves": "0"]) == [:])
    }

    @Test func keepsWhatIsAPointerInGo() {
        let kept: Node = [
            "trees": [], "labels": [:], "bySize": [:], "fenced": false, "photo": "",
            "extension": ["@type": "x"],
            "notes": 0,
        ]
        #expect(canonical(kept) == kept)
        #expect(canonical(["openFor": "0"]) == ["openFor": "0.000s"])
        #expect(canonical(["byAge": ""]) == ["byAge": ""])
    }

    @Test func keepsZeroWithinListsAndMaps() {
        let kept: Node = ["labels": ["a": ""], "gates": ["SAND", "CLAY"], "trees": [[:]]]
        #expect(canonical(kept) == kept)
    }

    @Test func keepsTheLastOfTwoThatExclude() {
        #expect(canonical(["byAge": "x", "bySize": [:]]) == ["bySize": [:]])
        #expect(canonical(["bySize": [:], "byAge": "x"]) == ["byAge": "x"])
    }

    @Test func keepsANullMemberOfAOneOf() {
        #expect(canonical(["bySize": .null]) == ["bySize": .null])
        #expect(canonical(["byAge": .null]) == ["byAge": ""])
    }

    @Test func namesNumbersOfEnumerations() {
        #expect(canonical(["soil": 1]) == ["soil": "CLAY"])
        #expect(canonical(["soil": 77]) == ["soil": 77])
        #expect(canonical(["gates": [0, 2, 9]]) == ["gates": ["SAND", "PEAT", 9]])
    }

    @Test(arguments: [
        (Node(1), "1"), (Node(-5), "-5"), (Node("9007199254740993"), "9007199254740993"),
        (Node(9_007_199_254_740_993), "9007199254740992"),
        (Node(1_234_567_890_123_456_789), "1234567890123456800"),
        (Node(1e3), "1000"), (Node(18_014_398_509_481_985), "18014398509481984"),
    ]) func writesLargeNumbersAsTexts(number: Node, text: String) {
        #expect(canonical(["leaves": number]) == ["leaves": Node(text)])
    }

    @Test func roundsToSinglePrecision() {
        #expect(canonical(["ratio": 33.3]) == ["ratio": 33.3])
        #expect(canonical(["ratio": 33.333333333]) == ["ratio": 33.333332])
        #expect(canonical(["ratio": 1e-7]) == ["ratio": 1e-7])
        #expect(canonical(["ratio": "NaN", "area": "-Infinity"]) == ["ratio": "NaN", "area": "-Infinity"])
        #expect(canonical(["area": 33.333333333]) == ["area": 33.333333333])
    }

    @Test func writesWholeNumbersWithoutFraction() throws {
        guard case .int(100) = canonical(["area": 100.0])["area"]?.content else {
            Issue.record("not a whole number")
            return
        }
    }

    @Test func writesTimesInUTC() {
        #expect(
            canonical(["plantedAt": "2018-04-02T12:00:00.123456789+02:00"])
                == ["plantedAt": "2018-04-02T10:00:00.123456789Z"])
    }

    @Test func goesThroughMessagesWithinThemselves() {
        #expect(
            canonical(["trees": [["kind": "", "grafts": [["kind": "a", "sizes": ["x": ["height": 0]]]]]]])
                == ["trees": [["grafts": [["kind": "a", "sizes": ["x": [:]]]]]]])
    }

    @Test func leavesWhatWouldHaveBeenRefused() {
        let odd: Node = [
            "unknown": 1, "openFor": "soon", "trees": 5, "soil": "ROCK", "rank": "x", "leaves": 1.5,
        ]
        #expect(canonical(odd) == odd)
        #expect(canonical(5) == 5)
    }
}

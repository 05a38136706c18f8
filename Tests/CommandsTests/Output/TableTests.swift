import FoundationEssentials
import Testing

@testable import Commands

struct TableTests {
    @Test func classicTableUsesTabStops() {
        let kind = "RouteRule.config.istio.io.v1alpha2"
        let text = ClassicTable.text([
            ["NAME", "KIND", "NAMESPACE"], ["two", kind, "books"],
            ["a-rather-long-rule-name-for-a-table", kind, "default"],
        ])
        #expect(
            text == """
                NAME\t\t\t\t\tKIND\t\t\t\t\tNAMESPACE
                two\t\t\t\t\t\(kind)\tbooks
                a-rather-long-rule-name-for-a-table\t\(kind)\tdefault

                """)
    }

    @Test func classicCellsNeverTouch() {
        #expect(ClassicTable.text([["eight-ab", "x", ""]]) == "eight-ab\tx\t\n")
    }

    @Test func columnsAreThreeSpacesApart() {
        let text = ColumnTable.text([
            ["NAME", "HOSTS", "AGE"], ["reviews", #"["reviews"]"#, "5d"], ["é", "", "1s"],
        ])
        #expect(
            text == """
                NAME      HOSTS         AGE
                reviews   ["reviews"]   5d
                é                       1s

                """)
    }

    @Test(arguments: [
        (0, "0s"), (119, "119s"), (120, "2m"), (185, "3m5s"), (600, "10m"), (10_799, "179m"), (10_800, "3h"),
        (12_000, "3h20m"), (28_800, "8h"), (172_799, "47h"), (172_800, "2d"), (180_000, "2d2h"),
        (691_200, "8d"),
        (63_072_000, "2y"), (63_158_400, "2y1d"), (252_288_000, "8y"), (-1, "0s"), (-100, "<invalid>"),
    ])
    func ages(seconds: Int, text: String) {
        #expect(Age.text(seconds: seconds) == text)
    }

    @Test(arguments: ["", "yesterday", "9999999-01-01T00:00:00Z"])
    func unreadableTimesHaveNoAge(timestamp: String) {
        #expect(Age.text(since: timestamp, now: Date(timeIntervalSince1970: 0)) == "<unknown>")
        #expect(Age.text(since: nil, now: Date(timeIntervalSince1970: 0)) == "<unknown>")
    }

    @Test func agesCountFromTheTimestamp() {
        let now = Date(timeIntervalSince1970: 1_522_540_800 + 90)
        #expect(Age.text(since: "2018-04-01T00:00:00Z", now: now) == "90s")
    }
}

import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Schema

/// Texts are JSON, whose reader marks places as the YAML reader does.
struct StrictCheckTests {
    private func check(_ marked: String, _ generation: Generation = .today) -> (
        found: [String], marks: [Int?]
    ) {
        let marked = Marked(marked)
        let document = JSONReader.document(Source(name: "o.json", marked.text))
        #expect(document.problems.isEmpty)
        var report = Report(document)
        StrictCheck.check(document.root, as: Orchard.self, generation, &report)
        let found = report.diagnostics
        return (
            found.map { "\($0.path): \($0.code): \($0.message)\($0.hint.map { " (\($0))" } ?? "")" },
            found.map { $0.position.flatMap { marked.number(at: $0.mark) } }
        )
    }

    /// Everything wrong with the fields in `text`, beside an owner who is right.
    private func expect(
        _ text: String, _ generation: Generation = .today, _ findings: String...,
        location: SourceLocation = #_sourceLocation
    ) {
        let (found, marks) = check(#"{"owner": "anna", \#(text)}"#, generation)
        #expect(found == findings, sourceLocation: location)
        #expect(marks.allSatisfy { $0 == 1 }, sourceLocation: location)
    }

    @Test(arguments: [Generation.classic, .today]) func acceptsWhatIsRight(_ generation: Generation) {
        let text = """
            {"owner": "anna", "trees": [{"kind": "apple", "grafts": [{"kind": "pear"}]}], "isOpen": true,
             "openFor": "1h30m", "plantedAt": "2018-04-01T00:00:00Z", "labels": {"a": "b"}, "gates": ["SAND"],
             "fenced": false, "area": 1, "ratio": 0.5, "rank": -1, "visitors": 3, "leaves": 5, "photo": "QQ==",
             "extension": {"@type": "x"}, "notes": [1, null], "bySize": {"height": 1}, "soil": "PEAT"}
            """
        #expect(check(text, generation).found == [])
    }

    @Test func namesUnknownFieldsAndTheNearestRightWord() {
        expect(
            #"1️⃣"isOpne": true"#, .today,
            #"isOpne: unknown-field: unknown field "isOpne" in v1.Orchard (did you mean `isOpen`?)"#)
        expect(
            #""trees": [{"kind": "fir", 1️⃣"zzzzzz": 1}]"#, .today,
            "trees[0].zzzzzz: unknown-field: unknown field \"zzzzzz\" in v1.Tree "
                + "(allowed: `kind`, `grafts`, `sizes`)")
    }

    @Test func takesSnakeCaseInTheClassicGenerationOnly() {
        expect(#""open_for": "1s""#, .classic)
        expect(
            #"1️⃣"open_for": "1s""#, .today,
            #"open_for: unknown-field: unknown field "open_for" in v1.Orchard (did you mean `openFor`?)"#)
    }

    @Test func reportsWhatIsMissingAtTheMessageThatLacksIt() {
        let (found, marks) = check(#"1️⃣{"trees": [2️⃣{}]}"#)
        #expect(
            found == [
                #"trees[0].kind: missing-field: missing required field "kind" of v1.Tree"#,
                #"owner: missing-field: missing required field "owner" of v1.Orchard"#,
            ])
        #expect(marks == [2, 1])
    }

    @Test(arguments: [Generation.classic, .today]) func takesNullAsAbsent(_ generation: Generation) {
        #expect(
            check(#"{"owner": null, "rank": null, "trees": null}"#, generation).found == [
                #"owner: missing-field: missing required field "owner" of v1.Orchard"#
            ])
    }

    @Test(arguments: [
        (#""isOpen": 1️⃣"yes""#, #"isOpen: wrong-type: "isOpen": expected true or false, found string "yes""#),
        (
            #""byAge": 1️⃣5"#,
            #"byAge: wrong-type: "byAge": expected a string, found number 5 (put the value in quotes)"#
        ),
        (#""rank": 1️⃣1.5"#, #"rank: wrong-type: "rank": expected a 32-bit whole number, found number 1.5"#),
        (#""rank": 1️⃣"5""#, #"rank: wrong-type: "rank": expected a 32-bit whole number, found string "5""#),
        (
            #""rank": 1️⃣2147483648"#,
            #"rank: out-of-range: "rank": expected a 32-bit whole number, found number 2147483648"#
        ),
        (
            #""visitors": 1️⃣-1"#,
            #"visitors: out-of-range: "visitors": expected a whole number from 0 to 4294967295, found number -1"#
        ),
        (#""ratio": 1️⃣"x""#, #"ratio: wrong-type: "ratio": expected a number, found string "x""#),
        (#""fenced": 1️⃣1"#, #"fenced: wrong-type: "fenced": expected true or false, found number 1"#),
        (#""photo": 1️⃣"_-8=""#, #"photo: wrong-type: "photo": expected base64 text, found string "_-8=""#),
        (
            #""plantedAt": 1️⃣"yesterday""#,
            "plantedAt: wrong-type: \"plantedAt\": expected a time such as 2018-04-01T00:00:00Z, "
                + "found string \"yesterday\""
        ),
        (
            #""openFor": 1️⃣5"#,
            "openFor: wrong-type: \"openFor\": expected a duration, found number 5 "
                + "(write it with a unit, such as 1.5s, 100ms or 1h30m)"
        ),
        (
            #""extension": 1️⃣{}"#,
            #"extension: wrong-type: "extension": expected "@type" in it, found a map"#
        ),
        (#""trees": 1️⃣{}"#, #"trees: wrong-type: expected a list for "trees", found a map"#),
        (#""trees": [1️⃣7]"#, #"trees[0]: wrong-type: expected a map (v1.Tree), found number 7"#),
        (#""labels": 1️⃣[]"#, #"labels: wrong-type: expected a map for "labels", found a list"#),
        (#""gates": [1️⃣null]"#, #"gates[0]: wrong-type: an item of "gates" is null"#),
        (#""labels": {1️⃣"a": null}"#, #"labels.a: wrong-type: the value of "a" in "labels" is null"#),
        (
            #""soil": 1️⃣"PAET""#,
            "soil: unknown-value: \"soil\": expected one of SAND, CLAY, PEAT, found string \"PAET\" "
                + "(did you mean `PEAT`?)"
        ),
    ]) func reportsWrongTypes(text: String, finding: String) {
        expect(text, .today, finding)
        expect(text, .classic, finding)
    }

    @Test func readsNumbersForNamesAndTextsForNumbersInTheClassicGenerationOnly() {
        expect(#""soil": 2, "leaves": "9007199254740993", "ratio": "NaN", "gates": [77]"#, .classic)
        expect(
            #""soil": 1️⃣2"#, .today,
            #"soil: wrong-type: "soil": expected one of SAND, CLAY, PEAT, found number 2"#)
        expect(
            #""leaves": 1️⃣"5""#, .today,
            #"leaves: wrong-type: "leaves": expected a 64-bit whole number, found string "5""#)
    }

    @Test(arguments: [
        (#""trees": 1️⃣[]"#, #"trees: out-of-range: "trees" has 0 items, needs at least 1"#),
        (
            #""labels": 1️⃣{"a": "", "b": "", "c": ""}"#,
            #"labels: out-of-range: "labels" has 3 entries, may have at most 2"#
        ),
        (#""area": 1️⃣0.25"#, #"area: out-of-range: "area" is number 0.25, must lie in 0.5..100"#),
        (
            #""bySize": {"height": 1️⃣151}"#,
            "bySize.height: out-of-range: \"height\" is number 151, must lie in 0..150"
        ),
        (
            #""openFor": 1️⃣"1us""#,
            #"openFor: out-of-range: "openFor" is string "1us", must be at least 1ms"#
        ),
    ]) func enforcesBounds(text: String, finding: String) {
        expect(text, .today, finding)
    }

    @Test func enforcesTheLengthOfTexts() {
        #expect(
            check(#"{"owner": "a"}"#).found == [
                #"owner: out-of-range: "owner" has 1 characters, needs at least 2"#
            ])
    }

    @Test(arguments: [Generation.classic, .today]) func reportsTheSecondOfTwoThatExclude(
        _ generation: Generation
    ) {
        expect(
            #""byAge": "x", 1️⃣"bySize": {}"#, generation,
            #"bySize: exclusive-fields: "byAge" and "bySize" exclude each other in v1.Orchard (keep one of them)"#
        )
        expect(#""byAge": "x", "bySize": null"#, generation)
    }

    @Test func warnsOfDeprecatedFields() {
        expect(
            #"1️⃣"oldName": "x""#, .today,
            #"oldName: deprecated-field: field "oldName" is deprecated (use owner)"#)
    }

    @Test func followsMessagesWithinThemselves() {
        expect(
            #""trees": [{"kind": "a", "grafts": [{"kind": "b", "sizes": {"2018": {1️⃣"hight": 3}}}]}]"#, .today,
            #"trees[0].grafts[0].sizes.2018.hight: unknown-field: unknown field "hight" in Size "#
                + "(did you mean `height`?)")
    }

    @Test func cutsAndEscapesWhatItQuotes() {
        let long = String(repeating: "x", count: 100)
        let shown = String(repeating: "x", count: 60)
        expect(
            #""rank": 1️⃣"\#(long)""#, .today,
            "rank: wrong-type: \"rank\": expected a 32-bit whole number, found string \"\(shown)…\"")
        expect(
            #"1️⃣"zz\u001b": 1, "soil": "CLAY""#, .today,
            "[\"zz\\x1b\"]: unknown-field: unknown field \"zz\\x1b\" in v1.Orchard (allowed: "
                + Orchard.fields.all.map { "`\($0.name)`" }.joined(separator: ", ") + ")")
    }
}

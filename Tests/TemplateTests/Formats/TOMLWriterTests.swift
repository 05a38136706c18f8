import Testing

@testable import Template

/// What `toToml` makes of values.
@Suite struct TOMLWriterTests {
    private func text(_ value: Value) throws -> String { try TOMLWriter.text(value) }

    @Test func tablesFollowPlainValues() throws {
        let value: Value = ["server": ["port": 80, "tls": ["on": true]], "name": "x", "zone": .null]
        #expect(try text(value) == "name = \"x\"\n\n[server]\n  port = 80\n  [server.tls]\n    on = true\n")
    }

    @Test func listsOfTablesHaveSectionsAndMixedOnesStandInline() throws {
        #expect(
            try text(["jobs": [["id": 1], ["id": 2, "tags": [["t": "u"]]]]])
                == "[[jobs]]\n  id = 1\n\n[[jobs]]\n  id = 2\n\n  [[jobs.tags]]\n    t = \"u\"\n")
        #expect(try text(["mix": [1, ["a": 1, "b": ["c": 2]]]]) == "mix = [1, {a = 1, b = {c = 2}}]\n")
        #expect(try text(["mix": [1, ["a": 1, "b": .null]]]) == "mix = [1, {a = 1, }]\n")
    }

    @Test func keysAndTextsAreQuotedWhereTheyMust() throws {
        #expect(try text(["a b": 1, "": 2, "c-d_1": 3]) == "\"\" = 2\n\"a b\" = 1\nc-d_1 = 3\n")
        #expect(try text(["a.b": ["c": 1]]) == "[\"a.b\"]\n  c = 1\n")
        #expect(try text("q\"\\\n\u{1}\u{7F}é") == "\"q\\\"\\\\\\n\\u0001\\u007fé\"")
    }

    @Test func numbersKeepTheirType() throws {
        #expect(try text([.float(3), .float(1e30), .float(-.infinity), 3]) == "[3.0, 1e+30, -inf, 3]")
        let time = TimeValue(instant: Instant(seconds: 0, nanoseconds: 500_000_000))
        #expect(try text(["t": .host(time)]) == "t = 1970-01-01T00:00:00.5Z\n")
    }

    @Test func nilsHaveNoPlaceInListsNorTablesAtTheRoot() {
        #expect(throws: FunctionError("toml: cannot encode array with nil element")) {
            try text(["a": [1, .null]])
        }
        #expect(throws: FunctionError("toml: top-level values must be Go maps or structs")) {
            try text([["a": 1]])
        }
        #expect(throws: FunctionError("toml: cannot encode a map with non-string key type")) {
            try text(.map(MapValue([("1", 1)], keys: .int)))
        }
    }
}

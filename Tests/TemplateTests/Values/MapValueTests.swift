import Testing

@testable import Template

@Suite struct MapValueTests {
    @Test func entriesAreInOrderAndTheLastOneWins() {
        let map = MapValue([("b", 1), ("a", 2), ("b", 3)])
        #expect(map.entries.map(\.key) == ["a", "b"])
        #expect(Printer.text(of: .map(map)) == "map[a:2 b:3]")
    }

    @Test func integerKeysAreOrderedAsNumbers() {
        let map = MapValue([("10", "x"), ("9", "y")], keys: .int)
        #expect(Printer.text(of: .map(map)) == "map[9:y 10:x]")
    }

    @Test func setReplacesAndInserts() throws {
        let map = MapValue([("b", 1)])
        try map.set("c", 2)
        try map.set("a", 3)
        try map.set("b", 4)
        try map.remove("c")
        try map.remove("nope")
        #expect(Printer.text(of: .map(map)) == "map[a:3 b:4]")
    }

    @Test func aFrozenMapIsNeverChanged() {
        let inner = MapValue([("x", 1)])
        let data: Value = ["m": .map(inner), "l": [["y": 2]]]
        data.freeze()
        #expect(throws: FrozenMap.self) { try inner.set("x", 2) }
        #expect(data.thawed().map?["m"]?.map?.isFrozen == false)
    }

    @Test func aRenderThatWritesGetsACopy() throws {
        let set = Function("set", .anyMap, .string, .any) { arguments in
            try arguments[0].map?.set(arguments[1].text ?? "", arguments[2])
            return arguments[0]
        }
        var templates = TemplateSet("t", functions: FunctionTable([set]))
        try templates.parse("t", "{{ .m.x }}{{ $_ := set .m \"x\" 2 }}{{ .m.x }}")
        let data: Value = ["m": ["x": 1]]
        data.freeze()
        #expect(String(decoding: try templates.render("t", data), as: UTF8.self) == "12")
        #expect(String(decoding: try templates.render("t", data), as: UTF8.self) == "12")
    }
}

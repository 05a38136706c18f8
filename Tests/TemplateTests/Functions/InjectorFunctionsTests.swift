import Template
import Testing

@Suite struct InjectorFunctionsTests {
    @Test(arguments: [
        ("{{ excludeInboundPort 0 `80` }} {{ excludeInboundPort 81 ` 80,` }}", "80 80,81"),
        ("{{ indent 2 `a\nb\n` }}", "a\n  b\n  "),
        ("{{ directory `/a/b` }} {{ contains `ell` `hello` }} {{ env `HOME` `none` }}", "/a/ true none"),
        ("{{ mergeMaps (strdict `a` `1` `b`) (strdict `a` `2`) }}", "map[a:2 b:]"),
        ("{{ toJSON (omit (strdict `a` `<` `b` `2`) `b`) }} {{ toJsonMap }}", "{\"a\":\"\\u003c\"} null"),
        ("{{ omitNil .nested }} {{ omitNil .nils }}", "map[keep:[1] zero:map[]] <no value>"),
        ("{{ appendMultusNetwork `` `ns/x` }} {{ appendMultusNetwork `a` `b` }}", "ns/x a, b"),
        ("{{ appendMultusNetwork `[1]` `b` }}", "[1]"),
        ("{{ (fromJSON `{\"n\": [1.5]}`).n }} {{ fromJSON `{` }}", "[1.5] {}"),
        ("{{ toYaml .nested.keep }}{{ structToJSON nil }} {{ valueOrDefault `` 3 }}", "- null\n- 1\n{} 3"),
    ]) func followIstio(_ template: String, _ expected: String) throws {
        let data: Value = ["nested": ["keep": [.null, 1], "zero": [:], "gone": .null], "nils": [.null]]
        #expect(try Rendering(functions: .injector, data: data).text(template) == expected, "\(template)")
    }

    @Test func theFirstInjectorKnewLittle() {
        #expect(FunctionTable.legacyInjector.names == ["formatDuration"])
    }
}

import Testing
import YAML

@testable import Template

/// What `fromYaml` reads.
@Suite struct HelmYAMLTests {
    private func json(_ text: Text) throws -> String {
        JSONWriter.text(try Value.map(HelmYAML.map(text)).json())
    }

    private func complaint(_ text: Text) -> String {
        do throws(FunctionError) {
            return "no complaint: \(try HelmYAML.map(text).count)"
        } catch {
            return error.message
        }
    }

    @Test func scalars() throws {
        #expect(
            try json("l: [1e2, 0x10, 0o17, 017, 09, 0b11, 1_0, .5e1, +7, 2., Yes, off, ~, 1:30, 2020-02-02]")
                == #"{"l":[100,16,15,15,9,3,10,5,7,2,true,false,null,"1:30","2020-02-02"]}"#)
        #expect(
            try json("l: ['1', \"yes\", 1e999, 0o8, =, --1]")
                == #"{"l":["1","yes","1e999","0o8","=","--1"]}"#)
        #expect(
            try json("l: [!!str 1, !!int '2', !!float 3, !!bool 'on', !!binary aGk=, !own 4, !!null ~]")
                == #"{"l":["1",2,3,true,"hi","4",null]}"#)
    }

    @Test func keysAreTexts() throws {
        #expect(try json("1: a\n2.50: b\nno: c\n0x1F: d") == #"{"1":"a","2.5":"b","31":"d","false":"c"}"#)
        #expect(try json("a: 1\nb: 2\na: 3") == #"{"a":3,"b":2}"#)
    }

    @Test func mergedMapsOverwriteWhatStandsBeforeThem() throws {
        #expect(
            try json("base: &b {x: 1, w: 2}\nnew: {x: 9, <<: *b, w: 8}")
                == #"{"base":{"w":2,"x":1},"new":{"w":8,"x":1}}"#)
        #expect(
            try json("new: {<<: [{x: 1}, {x: 2, z: 3}]}") == #"{"new":{"x":1,"z":3}}"#)
        #expect(
            complaint("a: {<<: 1}").hasSuffix("yaml: map merge requires map or sequence of maps as the value")
        )
    }

    @Test func onlyTheFirstDocumentCounts() throws {
        #expect(try json("a: 1\n---\nb: [\n") == #"{"a":1}"#)
        #expect(try json("") == "{}")
        #expect(try json("# nothing\n") == "{}")
        #expect(try json("~") == "{}")
    }

    @Test(arguments: [
        ("a:\n  b: 1\n c: 2\n", "yaml: line 2: did not find expected key"),
        ("s: \"\\\\/\"\nt: \"a\\/b\"", "yaml: line 2: found unknown escape character"),
        ("k: v: w", "yaml: mapping values are not allowed in this context"),
        ("x: *gone", "yaml: unknown anchor 'gone' referenced"),
        ("x: &me {y: *me}", "yaml: anchor 'me' value contains itself"),
        ("? [a, ~]\n: 1", "yaml: invalid map key: []interface {}{\"a\", interface {}(nil)}"),
        (
            "? {b: 1, a: yes}\n: 1",
            "yaml: invalid map key: map[interface {}]interface {}{\"a\":true, \"b\":1}"
        ),
        ("~: x", "unsupported map key of type: %!s(<nil>), key: <nil>, value: \"x\""),
        ("n: .inf", "json: unsupported value: +Inf"),
        ("n: !!int x", "yaml: cannot decode !!str `x` as a !!int"),
        ("n: !!binary '%'", "yaml: !!binary value contains invalid base64 data"),
    ]) func complaints(_ text: String, _ message: String) {
        #expect(complaint(Text(text)) == "error converting YAML to JSON: " + message)
    }

    @Test func otherValuesAreNoMapOrList() {
        #expect(
            complaint("- a").hasSuffix("cannot unmarshal array into Go value of type map[string]interface {}")
        )
        #expect(throws: FunctionError.self) { try HelmYAML.list("a: 1") }
    }

    @Test func bombsAndDepthsAreRefused() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let before = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(before)]\n"
        }
        #expect(complaint(Text(bomb)).hasSuffix("yaml: document contains excessive aliasing"))
        #expect(complaint(Text(String(repeating: "[", count: 5_000))).contains("exceeded max depth"))
    }
}

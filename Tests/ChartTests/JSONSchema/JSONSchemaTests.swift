import Template
import TestSupport
import Testing

@testable import Chart

@Suite struct JSONSchemaTests {
    private static let old = ##""$schema": "http://json-schema.org/draft-07/schema#""##

    private func problems(_ schema: String, _ values: String) throws -> String {
        try JSONSchema(Array(schema.utf8)).violation(of: .map(ValuesReader.read(Array(values.utf8))))?.text
            ?? ""
    }

    @Test(arguments: [
        (#"{"properties":{"a":{"type":"string"}}}"#, "a: x", ""),
        (
            #"{"properties":{"a":{"type":["string","null"]}}}"#, "a: 1",
            "- at '/a': got number, want string or null\n"
        ),
        (#"{"properties":{"a":{"type":"integer"}}}"#, "a: 1.0", ""),
        (#"{"properties":{"a":{"type":"integer"}}}"#, "a: 1.5", "- at '/a': got number, want integer\n"),
        (#"{"required":["a","b"]}"#, "c: 1", "- at '': missing properties 'a', 'b'\n"),
        (
            #"{"additionalProperties":false,"patternProperties":{"^x":{}}}"#, "x1: 1\nu: 1\nz: 1",
            "- at '': additional properties 'u', 'z' not allowed\n"
        ),
        (
            #"{"propertyNames":{"maxLength":1}}"#, "ab: 1",
            "- at '': invalid propertyName 'ab'\n  - at '': maxLength: got 2, want 1\n"
        ),
        (#"{"minProperties":2}"#, "a: 1", "- at '': minProperties: got 1, want 2\n"),
        (#"{"dependentRequired":{"a":["b"]}}"#, "a: 1", "- at '': properties 'b' required, if 'a' exists\n"),
        (
            #"{"properties":{"a":{"uniqueItems":true}}}"#, "a: [1, x, 1.0]",
            "- at '/a': items at 0 and 2 are equal\n"
        ),
        (
            #"{"properties":{"a":{"contains":{"type":"string"}}}}"#, "a: [1]",
            "- at '/a': no items match contains schema\n  - at '/a/0': got number, want string\n"
        ),
        (
            #"{"properties":{"a":{"exclusiveMaximum":3,"multipleOf":2}}}"#, "a: 3",
            "- at '/a': exclusiveMaximum: got 3, want 3\n- at '/a': multipleOf: got 3, want 2\n"
        ),
        (#"{"properties":{"a":{"not":{"type":"string"}}}}"#, "a: x", "- at '/a': not failed\n"),
        (
            #"{"oneOf":[{"required":["a"]},{"required":["b"]}]}"#, "a: 1\nb: 1",
            "- at '': 'oneOf' failed, subschemas 0, 1 matched\n"
        ),
        (#"{"oneOf":[false]}"#, "a: 1", "- at '': 'oneOf' failed, none matched\n  - at '': false schema\n"),
        (
            #"{"properties":{"a":{}},"unevaluatedProperties":false}"#, "a: 1\nb: 1",
            "- at '/b': false schema\n"
        ),
        (#"{"allOf":[{"properties":{"b":{}}}],"unevaluatedProperties":false}"#, "b: 1", ""),
        (
            #"{"properties":{"a/b~":{"const":"it's"}}}"#, "a/b~: 1",
            #"- at '/a~1b~0': value must be 'it\'s'"# + "\n"
        ),
        (#"{"properties":{"a":{"enum":[1]}}}"#, "a: 2", "- at '/a': value must be 1\n"),
    ])
    func values(_ schema: String, _ values: String, _ expected: String) throws {
        #expect(try problems(schema, values) == expected)
    }

    @Test func referencesAreFollowed() throws {
        let schema =
            ##"{"$defs":{"port":{"$anchor":"p","type":"integer"},"a b":{"type":"string"}},"##
            + ##""properties":{"a":{"$ref":"#/$defs/port"},"b":{"$ref":"#p"},"c":{"$ref":"#/$defs/a%20b"}}}"##
        #expect(
            try problems(schema, "a: x\nb: x\nc: 1")
                == "- at '/a': got string, want integer\n- at '/b': got string, want integer\n"
                + "- at '/c': got number, want string\n")
    }

    @Test func recursionFollowsTheValues() throws {
        let schema = ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##
        #expect(
            try problems(schema, "next: {next: {other: 1}}")
                == "- at '/next/next': additional properties 'other' not allowed\n")
    }

    @Test(arguments: [
        (##"{"$ref":"#"}"##, "refers to itself without end"),
        (##"{"$ref":"https://example.com/x.json"}"##, "nothing is fetched"),
        (##"{"$ref":"#/no"}"##, "is not there"), (#"{"type":"text"}"#, "wants the type text"),
        (#"{"properties":{"a":{"pattern":"("}}}"#, "pattern ( is wrong"), ("{", "the schema is no JSON"),
    ])
    func brokenSchemasAreErrors(_ schema: String, _ message: String) {
        #expect { try problems(schema, "a: x") } throws: { error in
            (error as? ChartError)?.message.contains(message) ?? false
        }
    }

    @Test func draftsDiffer() throws {
        let four =
            #"{"$schema":"http://json-schema.org/draft-04/schema#","properties":{"a":{"minimum":1,"#
            + #""exclusiveMinimum":true,"const":7}}}"#
        #expect(try problems(four, "a: 1") == "- at '/a': exclusiveMinimum: got 1, want 1\n")
        let items = #""properties":{"a":{"items":[{"type":"string"}],"additionalItems":false}}}"#
        #expect(
            try problems("{\(Self.old),\(items)", "a: [x, y, z]")
                == "- at '/a': last 2 additionalItem(s) not allowed\n")
        // Only old drafts hold values against formats.
        let format = #""properties":{"a":{"format":"ipv4"}}}"#
        #expect(try problems("{\(Self.old),\(format)", "a: x") != "")
        #expect(try problems("{\(format)", "a: x") == "")
    }

    @Test func schemasThatMultiplyStop() {
        // Each level asks the next twice.
        var schema = #"{"$defs":{"d0":{}"#
        for level in 1...40 {
            schema +=
                ##","d\##(level)":{"allOf":[{"$ref":"#/$defs/d\##(level - 1)"},{"$ref":"#/$defs/d\##(level - 1)"}]}"##
        }
        schema += ##"},"$ref":"#/$defs/d40"}"##
        #expect { try problems(schema, "a: 1") } throws: { error in
            (error as? ChartError)?.message.contains("too many steps") ?? false
        }
    }

    @Test func fuzzedSchemasEnd() throws {
        var mutator = Mutator(
            seed: 11,
            texts: [
                ##"{"$defs":{"x":{"type":"integer","minimum":1}},"properties":{"a":{"$ref":"#/$defs/x"}}}"##,
                #"{"anyOf":[{"required":["a"]},{"not":{"enum":[1,"x"]}}],"items":[{}],"if":{},"then":false}"#,
            ],
            words: [
                "\"$ref\"", "\"#\"", "{", "}", "[", "]", "true", "null", "\"type\"", "\"properties\"", "1e9",
            ])
        let values = Value.map(try ValuesReader.read(Array("a: {b: [1, x]}\nc: ~\n".utf8)))
        for _ in 0..<Mutator.inputs(3_000) { _ = try? JSONSchema(mutator.next()).violation(of: values) }
    }
}

import Testing
import YAML

@testable import Validation

/// Schemas of CustomResourceDefinitions, applied to values.
@Suite struct StructuralSchemaTests {
    private static let schema = StructuralSchema([
        "type": "object", "required": ["size"],
        "properties": [
            "size": ["type": "integer", "minimum": 1, "maximum": 10, "default": 3],
            "color": ["type": "string", "enum": ["red", "blue"], "default": "red"],
            "name": ["type": "string", "pattern": "^[a-z]+$", "maxLength": 5],
            "port": ["x-kubernetes-int-or-string": true],
            "note": ["type": "string", "nullable": true],
            "labels": ["type": "object", "additionalProperties": ["type": "string"]],
            "free": ["type": "object", "x-kubernetes-preserve-unknown-fields": true],
            "ports": [
                "type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
                "items": [
                    "type": "object",
                    "properties": [
                        "name": ["type": "string"], "number": ["type": "integer", "default": 80],
                    ],
                ],
            ],
            "either": [
                "type": "object", "properties": ["a": ["type": "string"], "b": ["type": "string"]],
                "oneOf": [["required": ["a"]], ["required": ["b"]]],
            ],
        ],
    ])

    private func problems(_ node: Node) -> [String] {
        Self.schema.problems(of: node).map { "\($0.path): \($0.message)" }
    }

    @Test func whatFitsHasNoProblems() {
        #expect(
            problems([
                "size": 3, "color": "blue", "name": "abc", "port": "http", "note": .null,
                "labels": ["a": "b"], "free": ["x": [1]], "ports": [["name": "a"], ["name": "b"]],
                "either": ["a": "x"],
            ]) == [])
    }

    @Test(
        arguments: [
            (["size": "big"], #"size: Invalid value: "big": size in body must be of type integer: "big""#),
            (["size": 1.5], #"size: Invalid value: 1.5: size in body must be of type integer: 1.5"#),
            (.emptyMap, "size: Required value"),
            (["size": 0], "size: Invalid value: 0: size in body should be greater than or equal to 1"),
            (["size": 11], "size: Invalid value: 11: size in body should be less than or equal to 10"),
            (["size": .null], #"size: Invalid value: "null": size in body must be of type integer: "null""#),
            (
                ["size": 1, "color": "green"],
                #"color: Unsupported value: "green": supported values: "red", "blue""#
            ),
            (["size": 1, "name": "a1"], #"name: Invalid value: "a1": name in body should match '^[a-z]+$'"#),
            (["size": 1, "name": "abcdef"], "name: Too long: may not be more than 5 bytes"),
            (
                ["size": 1, "port": true],
                "port: Invalid value: true: port in body must be of type integer,string: true"
            ),
            (
                ["size": 1, "labels": ["a": 1]],
                "labels.a: Invalid value: 1: labels.a in body must be of type string: 1"
            ),
            (
                ["size": 1, "ports": [["name": "a"], ["name": "a"]]],
                #"ports[1]: Duplicate value: {"name":"a"}"#
            ),
            (
                ["size": 1, "either": ["a": "", "b": ""]],
                #"either: Invalid value: "object": either in body must validate one and only one schema (oneOf). Found 2 valid alternatives"#
            ),
        ] as [(Node, String)])
    func eachProblemIsToldWithItsPath(value: Node, text: String) {
        #expect(problems(value) == [text])
    }

    @Test func defaultsAreFilledInAlsoWithinLists() {
        let filled = Self.schema.defaulted(["ports": [["name": "a"]], "color": .null, "note": .null])
        #expect(filled["size"] == 3 && filled["color"] == "red" && filled["note"]?.isNull == true)
        #expect(filled["ports"] == [["name": "a", "number": 80]])
    }

    @Test func whatIsUnknownIsCutOffAndTold() {
        var dropped: [String] = []
        let value: Node = [
            "size": 1, "extra": 1, "free": ["x": 1], "labels": ["a": "b"],
            "ports": [["name": "a", "nmae": "b"]],
        ]
        let kept = Self.schema.pruned(value) { dropped.append($0) }
        #expect(dropped == ["extra", "ports[0].nmae"])
        #expect(
            kept == ["size": 1, "free": ["x": 1], "labels": ["a": "b"], "ports": [["name": "a"]]])
    }

    @Test func manyProblemsEndAtALimit() {
        let list = Node((0..<10_000).map { _ in Node("x") })
        let schema = StructuralSchema(["type": "array", "items": ["type": "integer"]])
        #expect(schema.problems(of: list).count == 100)
    }

    @Test func aSchemaThatNestsWithoutEndIsReadToADepth() {
        var schema: Node = ["type": "object"]
        for _ in 0..<10_000 { schema = ["type": "object", "properties": ["a": schema]] }
        #expect(StructuralSchema(schema).problems(of: ["a": ["a": 1]]).count == 1)
    }
}

import Testing
import YAML

@testable import Sandbox

/// Schemas as kubectl asks for them when it checks lists by itself.
@Suite struct SwaggerDocumentTests {
    private static let info: Node = ["title": "t", "version": "v"]

    private static func bytes(_ schema: Node) -> [UInt8] {
        SwaggerDocument(info: info, definitions: ["A": schema]).protobuf
    }

    /// The bytes of the schema, behind those of the document.
    private static func schema(_ schema: Node) -> [UInt8] {
        let head: [UInt8] = [10, 3] + Array("2.0".utf8) + [18, 6, 10, 1] + Array("t".utf8) + [18, 1]
        let rest = bytes(schema).dropFirst(head.count + 1)
        // Paths, which are none; definitions, the named schema, its name, the schema itself.
        #expect(rest.prefix(2) == [66, 0])
        return Array(rest.dropFirst(2 + 4 + 3 + 2))
    }

    @Test func fieldsHaveTheNumbersOfTheDocument() {
        #expect(Self.schema(["type": "object"]) == [178, 1, 8, 10, 6] + Array("object".utf8))
        #expect(Self.schema(["$ref": "#/definitions/B"]) == [10, 15] + Array("#/definitions/B".utf8))
        #expect(Self.schema(["required": ["a"]]) == [154, 1, 1] + Array("a".utf8))
        #expect(Self.schema(["additionalProperties": true]) == [170, 1, 2, 16, 1])
        #expect(
            Self.schema(["x-a": ["b"]])
                == [250, 1, 14, 10, 3] + Array("x-a".utf8) + [18, 7, 18, 5] + Array(#"["b"]"#.utf8))
    }

    @Test func whatVersionTwoCannotSayIsLeftOut() {
        let node = SwaggerDocument(
            info: Self.info,
            definitions: [
                "A": [
                    "type": "object", "oneOf": [.emptyMap],
                    "properties": [
                        "open": [
                            "type": "object", "x-kubernetes-preserve-unknown-fields": true,
                            "properties": ["a": ["type": "string"]],
                        ],
                        "either": ["type": "string", "x-kubernetes-int-or-string": true],
                    ],
                ]
            ]
        ).node
        #expect(
            node["definitions"]?["A"] == [
                "type": "object",
                "properties": [
                    "open": ["x-kubernetes-preserve-unknown-fields": true],
                    "either": ["x-kubernetes-int-or-string": true],
                ],
            ])
    }

    @Test func kubectlGetsTheFormThatItAsksFor() async throws {
        let server = try await Asking().server
        let type = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf"
        let request = APIRequest(method: "GET", target: "/openapi/v2", accept: type)
        let answer = await server.respond(to: request)
        #expect(answer.contentType == SwaggerDocument.protobufType)
        guard case .bytes(let bytes) = answer.body else {
            Issue.record("no bytes")
            return
        }
        #expect(bytes.prefix(5) == [10, 3, 50, 46, 48])
    }
}

import Testing
import YAML

@testable import Sandbox

@Suite struct FieldTreeTests {
    private static let texts: [Node] = [
        [:], ["f:a": [:]], ["f:a": [".": [:], "f:b": [:]]],
        ["f:spec": ["f:ports": ["k:{\"port\":80}": [".": [:], "f:port": [:]], "v:\"x\"": [:]]]],
    ]

    @Test(arguments: texts) func readsAndWritesTheFormOfKubernetes(_ node: Node) throws {
        #expect(try #require(FieldTree(fieldsV1: node)).fieldsV1 == node)
    }

    @Test(arguments: ["a", ["x:a": [:]], ["f:a": "b"], ["f:a": ["": [:]]], [[:]]] as [Node])
    func whatIsNoSetIsRefused(_ node: Node) {
        #expect(FieldTree(fieldsV1: node) == nil)
    }

    @Test func setsAreAddedSubtractedAndCut() throws {
        let a = try #require(FieldTree(fieldsV1: ["f:x": [".": [:], "f:y": [:]], "f:z": [:]]))
        let b = try #require(FieldTree(fieldsV1: ["f:x": ["f:y": [:], "f:w": [:]]]))
        #expect(a.union(b).paths == [".x", ".x.w", ".x.y", ".z"])
        #expect(a.subtracting(b).paths == [".x", ".z"])
        #expect(a.intersection(b).paths == [".x.y"])
        #expect(b.withParents.paths == [".x", ".x.w", ".x.y"])
        #expect(a.subtracting(a).isEmpty)
    }

    @Test(arguments: [
        (PathElement.field("a.b"), ".a.b"), (.value("x"), "[=\"x\"]"),
        (.key([.init("port", 80), .init("protocol", "TCP")]), "[port=80,protocol=\"TCP\"]"),
    ])
    func stepsAreShown(_ element: PathElement, _ text: String) { #expect(element.shown == text) }
}

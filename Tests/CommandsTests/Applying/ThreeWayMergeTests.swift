import IstioAPI
import Schema
import Testing
import YAML

@testable import Commands

@Suite struct ThreeWayMergeTests {
    private func merge(_ plural: String, _ last: Node?, _ new: Node, _ live: Node) throws -> Node {
        let kind = try #require(Catalog.kinds.first { $0.plural == plural })
        return ThreeWayMerge.merge(new, last: last, over: live, kind)
    }

    @Test func whatOthersSetStaysAndWhatWasTakenOutGoes() throws {
        let merged = try merge(
            "configmaps", ["data": ["a": "1", "b": "1"]], ["data": ["a": "2"]],
            ["data": ["a": "1", "b": "1", "c": "1"]])
        #expect(merged == ["data": ["a": "2", "c": "1"]])
    }

    @Test func itemsWithKeysAreMergedOneByOne() throws {
        func pod(_ containers: Node) -> Node { ["spec": ["containers": containers]] }
        let merged = try merge(
            "pods", pod([["name": "a"], ["name": "b"]]), pod([["name": "a", "image": "2"]]),
            pod([["name": "a", "image": "1", "tty": true], ["name": "b"], ["name": "injected"]]))
        #expect(merged == pod([["name": "a", "image": "2", "tty": true], ["name": "injected"]]))
    }

    @Test func withoutAnEarlierApplyNothingIsTakenAway() throws {
        let merged = try merge("configmaps", nil, ["data": ["a": "2"]], ["data": ["b": "1"]])
        #expect(merged == ["data": ["b": "1", "a": "2"]])
    }

    @Test(
        arguments: [
            (["a": 1], ["a": 1], [:]), (["a": 1, "b": 1], ["a": 2], ["b": .null, "a": 2]),
            (["a": ["x": 1, "y": 1]], ["a": ["x": 1]], ["a": ["y": .null]]),
            (["a": [1]], ["a": [1, 2]], ["a": [1, 2]]), ([:], ["a": ["b": [:]]], ["a": ["b": [:]]]),
        ] as [(Node, Node, Node)])
    func patchesHoldWhatDiffers(_ old: Node, _ new: Node, _ patch: Node) {
        #expect(ThreeWayMerge.patch(from: old, to: new) == patch)
    }

    @Test func theConfigurationIsKeptAsAnAnnotation() {
        let object: Node = ["metadata": ["name": "a"], "spec": ["x": "<&>"]]
        let annotated = ThreeWayMerge.annotated(object)
        #expect(ThreeWayMerge.last(of: annotated)?["spec"] == ["x": "<&>"])
        #expect(
            ThreeWayMerge.annotated(annotated) == ThreeWayMerge.annotated(ThreeWayMerge.annotated(annotated)))
        #expect(ThreeWayMerge.last(of: ["metadata": ["annotations": [ThreeWayMerge.annotation: "{"]]]) == nil)
    }
}

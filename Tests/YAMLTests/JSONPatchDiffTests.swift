import Diagnostics
import TestSupport
import Testing

@testable import YAML

@Suite struct JSONPatchDiffTests {
    private func read(_ text: String) throws -> Node { try JSONReader.node(Array(text.utf8)) }

    private func patch(_ old: String, _ new: String) throws -> String {
        JSONWriter.text(JSONPatchDiff.patch(from: try read(old), to: try read(new)), style: .compact)
    }

    @Test(arguments: [
        (#"{"a": 1}"#, #"{"a": 1.0}"#, "[]"),
        (#"{"a": 1, "b": 2}"#, #"{"b": 2, "a": 1}"#, "[]"),
        (#"{}"#, #"{"a": null}"#, #"[{"op":"add","path":"/a","value":null}]"#),
        (#"{"a": 1}"#, #"{"a": true}"#, #"[{"op":"replace","path":"/a","value":true}]"#),
        (#"{"a": 1, "b": 1}"#, #"{"b": 1}"#, #"[{"op":"remove","path":"/a"}]"#),
        (#"{"a/b": {}}"#, #"{"a/b": {"~": 1}}"#, #"[{"op":"add","path":"/a~1b/~0","value":1}]"#),
        (#"[1]"#, #"{}"#, #"[{"op":"replace","path":"","value":{}}]"#),
    ])
    func values(_ old: String, _ new: String, _ expected: String) throws {
        #expect(try patch(old, new) == expected)
    }

    @Test func itemsOfListsAreAddedAndRemovedWhereTheyStand() throws {
        #expect(try patch("[1,2,3]", "[1,3]") == #"[{"op":"remove","path":"/1"}]"#)
        #expect(try patch("[1,3]", "[0,1,2,3]").contains(#""path":"/0","value":0"#))
        #expect(try patch("[]", "[1]") == #"[{"op":"add","path":"/0","value":1}]"#)
    }

    @Test func namedItemsStayWhoTheyAre() throws {
        let patch = try patch(
            #"[{"name": "app", "image": "a"}]"#, #"[{"name": "proxy"}, {"name": "app", "image": "b"}]"#)
        let expected =
            #"[{"op":"add","path":"/0","value":{"name":"proxy"}},"#
            + #"{"op":"replace","path":"/1/image","value":"b"}]"#
        #expect(patch == expected)
    }

    @Test func targetsOfOtherSpellingGetOnlyTheChange() throws {
        // The text `512Mi` was read as a number, `metadata` as an empty map, and `old` was dropped.
        let target = try read(#"{"spec": {"memory": "512Mi", "old": 1, "list": null}}"#)
        let patch = JSONPatchDiff.patch(
            from: try read(#"{"metadata": {}, "spec": {"memory": 536870912}}"#),
            to: try read(#"{"metadata": {"a": "b"}, "spec": {"memory": 536870912, "list": [1]}}"#), on: target
        )
        let expected = try read(#"{"metadata":{"a":"b"},"spec":{"memory":"512Mi","old":1,"list":[1]}}"#)
        #expect(try PatchedNode.apply(patch, to: target) == expected)
    }

    @Test func randomValuesBecomeEachOther() throws {
        var random = Seeded(5)
        for _ in 0..<2_000 {
            let old = Self.value(&random, 3)
            let new = random.next() % 3 == 0 ? Self.value(&random, 3) : Self.changed(old, &random)
            let patch = JSONPatchDiff.patch(from: old, to: new)
            #expect(
                try PatchedNode.apply(patch, to: old) == new,
                "\(JSONWriter.text(old)) → \(JSONWriter.text(new))")
            if old == new { #expect(patch == []) }
        }
    }

    // MARK: Values at random

    private static func value(_ random: inout Seeded, _ depth: Int) -> Node {
        switch random.next() % (depth > 0 ? 6 : 3) {
        case 0: return .null
        case 1: return Node(Int64(random.next() % 4))
        case 2: return Node(["x", "y", "~/"][Int(random.next() % 3)])
        case 3: return Node((0..<(random.next() % 6)).map { _ in value(&random, depth - 1) })
        case 4:
            return Node(
                (0..<(random.next() % 5)).map { _ in
                    ["name": Node("\(random.next() % 5)"), "v": value(&random, depth - 1)]
                })
        default:
            var map = Node.emptyMap
            for _ in 0..<(random.next() % 5) {
                map.set(["a", "b", "c/d", "~1"][Int(random.next() % 4)], value(&random, depth - 1))
            }
            return map
        }
    }

    private static func changed(_ node: Node, _ random: inout Seeded) -> Node {
        switch node.content {
        case .list(var items):
            if random.next() % 2 == 0, let index = items.indices.randomElement(using: &random) {
                if random.next() % 2 == 0 {
                    items.remove(at: index)
                } else {
                    items[index] = changed(items[index], &random)
                }
            } else {
                items.insert(value(&random, 1), at: Int(random.next() % UInt64(items.count + 1)))
            }
            return Node(items)
        case .map(let entries):
            guard let entry = entries.randomElement(using: &random) else { return ["n": 1] }
            return node.setting(entry.key, random.next() % 3 == 0 ? nil : changed(entry.value, &random))
        default: return value(&random, 1)
        }
    }
}

import IstioAPI
import Schema
import TestSupport
import Testing
import YAML

@testable import Validation

/// Documents of every kind whose fields hold what they should not: the check ends, and never with a trap.
@Suite struct KindFuzzTests {
    private static let values: [Node] = [
        .null, "", "*", "\u{0}\u{7}\u{1B}[31m", Node(String(repeating: "a", count: 20_000)), -1, 0,
        Node(Int64.max), Node(Int64.min), Node(1e308), Node(-0.5), true, [], [.null], [[.null]], .emptyMap,
        ["": .null], ["a": ["b": [.null]]], "1h", "-5ms", "9999999999h", "0.0.0.0/99", "[::1", "a/b/c/d",
        "{**}/{",
        "(", "%", "unix://", "https://[", "configmap://",
    ]

    @Test func everyFieldOfEveryKindTakesAnything() {
        for resource in Catalog.resources + Catalog.fileResources {
            for field in resource.fields.all {
                for value in Self.values { check(resource.kind, [field.name: value]) }
            }
        }
    }

    @Test func nestedFieldsTakeAnything() {
        var random = Seeded(1_030)
        let resources = Catalog.resources + Catalog.fileResources
        for _ in 0..<Mutator.inputs(4_000) {
            let resource = random.pick(resources)
            check(resource.kind, Self.message(resource.fields, depth: 6, &random))
        }
    }

    @Test func configurationOfTheMeshTakesAnything() {
        var random = Seeded(1_031)
        for _ in 0..<Mutator.inputs(2_000) {
            let mesh = Document(Self.message(MeshConfig.fields, depth: 6, &random))
            _ = Validation.checkMeshConfig(mesh, overDefaults: random.below(2) == 0)
            _ = Validation.checkMeshNetworks(Document(Self.message(MeshNetworks.fields, depth: 6, &random)))
            let proxy = Self.message(MeshConfig.ProxyConfig.fields, depth: 6, &random)
            _ = Validation.checkProxyConfig(Document(proxy), overDefaults: random.below(2) == 0)
        }
    }

    private func check(_ kind: Kind, _ spec: Node) {
        let object: Node = [
            "apiVersion": Node(kind.apiVersion()), "kind": Node(kind.name), "metadata": ["name": "a"],
            "spec": spec,
        ]
        let verdict = Validation.check(
            Document(object), ValidationOptions(generation: kind.generation, checksServices: true))
        #expect(verdict.items.count == 1)
    }

    /// A message with some of its fields, most of their right shape, some not.
    private static func message(_ fields: MessageFields, depth: Int, _ random: inout Seeded) -> Node {
        var entries: [Node.Entry] = []
        for field in fields.all where random.below(3) == 0 {
            entries.append(.init(field.name, value(field.shape, depth: depth, &random)))
        }
        return Node(entries)
    }

    private static func value(_ shape: Shape, depth: Int, _ random: inout Seeded) -> Node {
        if depth == 0 || random.below(8) == 0 { return random.pick(values) }
        switch shape {
        case .message(let type): return message(type.fields, depth: depth - 1, &random)
        case .list(let item):
            return Node((0..<random.below(3)).map { _ in value(item, depth: depth - 1, &random) })
        case .map(let item):
            return Node([.init(random.pick(["a", "", "a b", "*"]), value(item, depth: depth - 1, &random))])
        case .choice(let choice): return Node(random.pick(choice.names))
        case .wrapped(let scalar): return value(scalar, depth: depth, &random)
        case .bool: return Node(random.below(2) == 0)
        case .int32, .uint32, .int64, .uint64: return Node(random.below(100_000))
        case .float, .double: return Node(Double(random.below(200)))
        case .duration: return Node(random.pick(["1s", "0s", "1ns", "-1h"]))
        default: return Node(random.pick(["a", "a.b", "*.a.b", "1.2.3.4", "a:80", "ns/a.b"]))
        }
    }
}

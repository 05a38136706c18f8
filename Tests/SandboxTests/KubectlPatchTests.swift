import FoundationEssentials
import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// Strategic merge patches have the result that kubectl computes by itself (`kubectl patch --local`).
@Suite(.serialized, .timeLimit(.minutes(2))) struct KubectlPatchTests {
    private static let program = "/usr/bin/kubectl"

    private static func patch(_ random: inout RandomDeployments) -> Node {
        var containers: [Node] = []
        for name in random.some(["web", "side", "new"]) {
            switch random.below(4) {
            case 0 where name != "web": containers.append(["name": Node(name), "$patch": "delete"])
            case 1: containers.append(["name": Node(name), "image": "other:1"])
            case 2:
                containers.append([
                    "name": Node(name),
                    "env": [["name": "B", "value": "new"], ["name": "A", "$patch": "delete"]],
                ])
            default: containers.append(random.container(name))
            }
        }
        var spec = Node.emptyMap
        if !containers.isEmpty { spec.set("containers", Node(containers)) }
        if random.below(3) == 0 {
            spec.set(
                "volumes",
                [["name": "cache", "hostPath": ["path": "/tmp"], "$retainKeys": ["name", "hostPath"]]])
        }
        if random.below(3) == 0 { spec.set("nodeSelector", ["disk": "ssd"]) }
        var patch: Node = ["spec": ["template": ["spec": spec]]]
        if random.below(2) == 0 {
            patch.set(path: ["metadata", "labels"], ["team": .null, "tier": "front"])
        }
        if random.below(2) == 0 { patch.set(path: ["spec", "replicas"], Node(random.below(5))) }
        return patch
    }

    @Test func resultsAreThoseOfKubectl() async throws {
        guard FileManager.default.isExecutableFile(atPath: Self.program) else {
            return print("skipped: there is no \(Self.program)")
        }
        var random = RandomDeployments(state: 42)
        for _ in 0..<40 {
            let object = random.deployment("web")
            let patch = Self.patch(&random)
            let ours = StrategicMergePatch(
                KubernetesTypes.message(apiVersion: "apps/v1", kind: "Deployment")
            ).apply(patch, to: object)
            var command = ProcessCommand(
                Self.program,
                [
                    "patch", "--local", "-f", "-", "--type", "strategic", "-o", "json", "-p",
                    JSONWriter.text(patch, style: .compact),
                ], environment: ["HOME": "/nonexistent"])
            command.input = Array(JSONWriter.text(object, style: .compact).utf8)
            command.timeout = .seconds(20)
            let outcome = try await SystemProcesses().run(command)
            let errors = String(decoding: outcome.errors, as: UTF8.self)
            guard outcome.exitStatus == 0 else {
                Issue.record("\(errors)")
                continue
            }
            let theirs = try JSONReader.node(outcome.output)
            #expect(
                Self.plain(ours) == Self.plain(theirs),
                "\(JSONWriter.text(object, style: .compact))\n\(JSONWriter.text(patch, style: .compact))")
        }
    }

    /// With sorted keys, without what Go leaves out, and without directives, which kubectl leaves in new
    /// items.
    private static func plain(_ node: Node) -> String {
        func clean(_ node: Node) -> Node? {
            switch node.content {
            case .map(let entries):
                if entries.contains(where: { $0.key == "$patch" }) { return nil }
                let plain = entries.filter { !$0.key.hasPrefix("$") }
                let kept = plain.sorted { $0.key < $1.key }.compactMap { entry in
                    clean(entry.value).map { Node.Entry(entry.key, $0) }
                }
                return kept.isEmpty ? nil : Node(kept)
            case .list(let items):
                let kept = items.compactMap(clean)
                return kept.isEmpty ? nil : Node(kept)
            case .null: return nil
            default: return node
            }
        }
        return JSONWriter.text(clean(node) ?? .null, style: .compact)
    }
}

import FoundationEssentials
import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// The real kubectl applies to the sandbox, on the server's side and on its own.
@Suite(.serialized, .timeLimit(.minutes(5))) struct KubectlApplyTests {
    private static func service(_ host: String, gateways: [String] = []) -> Node {
        var spec: Node = ["hosts": [Node(host)], "http": [["route": [["destination": ["host": "reviews"]]]]]]
        if !gateways.isEmpty { spec.set("gateways", Node(gateways.map { Node($0) })) }
        return [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": ["name": "reviews"], "spec": spec,
        ]
    }

    private static func deployment(_ image: String, replicas: Int?) -> Node {
        var spec: Node = [
            "selector": ["matchLabels": ["app": "r"]],
            "template": [
                "metadata": ["labels": ["app": "r"]],
                "spec": [
                    "containers": [
                        ["name": "r", "image": Node(image), "ports": [["containerPort": 80]]],
                        ["name": "side", "image": "s:1"],
                    ]
                ],
            ],
        ]
        if let replicas { spec.set("replicas", Node(replicas)) }
        return ["apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "r"], "spec": spec]
    }

    @Test func appliesOnTheServersSide() async throws {
        try await Kubectl.with { kubectl in
            let flags = ["apply", "--server-side", "-f", "-"]
            let made = try await kubectl.run(flags, input: Self.service("a", gateways: ["g"]))
            #expect(made.text == "virtualservice.networking.istio.io/reviews serverside-applied\n")
            let other = ["--field-manager=bob"]
            let refused = try await kubectl.run(flags + other, input: Self.service("b"))
            #expect(refused.status == 1)
            #expect(
                refused.text.contains("Apply failed with 1 conflict: conflict with \"kubectl\": .spec.hosts"),
                "\(refused.text)")
            let forced = try await kubectl.run(
                flags + other + ["--force-conflicts"], input: Self.service("b"))
            #expect(forced.status == 0, "\(forced.text)")
            let removed = try await kubectl.run(
                flags + ["--force-conflicts"], input: Self.service("b"))
            #expect(removed.status == 0, "\(removed.text)")
            let spec = try await kubectl.run(["get", "vs", "reviews", "-o", "jsonpath={.spec}"])
            #expect(
                spec.text.contains("\"hosts\":[\"b\"]") && !spec.text.contains("gateways"), "\(spec.text)")
        }
    }

    @Test func mergesContainersByName() async throws {
        try await Kubectl.with { kubectl in
            let flags = ["apply", "--server-side", "-f", "-"]
            _ = try await kubectl.run(flags, input: Self.deployment("r:1", replicas: 2))
            let image: Node = [
                "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "r"],
                "spec": [
                    "template": ["spec": ["containers": [["name": "side", "imagePullPolicy": "Always"]]]]
                ],
            ]
            let done = try await kubectl.run(flags + ["--field-manager=policy"], input: image)
            #expect(done.status == 0, "\(done.text)")
            let path = "jsonpath={.spec.template.spec.containers[*].image}"
            #expect(try await kubectl.run(["get", "deploy", "r", "-o", path]).text == "r:1 s:1")
            let owners = try await kubectl.run([
                "get", "deploy", "r", "-o", "jsonpath={.metadata.managedFields[*].manager}",
            ])
            #expect(owners.text == "kubectl policy")
        }
    }

    @Test func appliesOnItsOwnSide() async throws {
        try await Kubectl.with { kubectl in
            let flags = ["apply", "-f", "-"]
            let texts = ["created", "unchanged"]
            for word in texts {
                let done = try await kubectl.run(flags, input: Self.service("a", gateways: ["g"]))
                #expect(done.text == "virtualservice.networking.istio.io/reviews \(word)\n")
            }
            let changed = try await kubectl.run(flags, input: Self.service("a"))
            #expect(changed.text == "virtualservice.networking.istio.io/reviews configured\n")
            let spec = try await kubectl.run(["get", "vs", "reviews", "-o", "jsonpath={.spec.gateways}"])
            #expect(spec.text == "")
            _ = try await kubectl.run(flags, input: Self.deployment("r:1", replicas: 2))
            let next = try await kubectl.run(flags, input: Self.deployment("r:2", replicas: nil))
            #expect(next.text == "deployment.apps/r configured\n")
            let path = "jsonpath={.spec.replicas}{.spec.template.spec.containers[*].image}"
            #expect(try await kubectl.run(["get", "deploy", "r", "-o", path]).text == "1r:2 s:1")
        }
    }

    /// kubectl hands the fields that it applied itself over to the server's account.
    @Test func goesOverToTheServersSide() async throws {
        try await Kubectl.with { kubectl in
            _ = try await kubectl.run(["apply", "-f", "-"], input: Self.service("a", gateways: ["g"]))
            let flags = ["apply", "--server-side", "-f", "-"]
            let same = try await kubectl.run(flags, input: Self.service("a", gateways: ["g"]))
            #expect(same.status == 0, "\(same.text)")
            let next = try await kubectl.run(flags, input: Self.service("b"))
            #expect(next.status == 0, "\(next.text)")
            let spec = try await kubectl.run(["get", "vs", "reviews", "-o", "jsonpath={.spec}"])
            #expect(
                spec.text.contains("\"hosts\":[\"b\"]") && !spec.text.contains("gateways"), "\(spec.text)")
        }
    }

    @Test func showsDifferences() async throws {
        try await Kubectl.with { kubectl in
            _ = try await kubectl.run(
                ["apply", "--server-side", "-f", "-"], input: Self.service("a"))
            let flags = ["diff", "--server-side", "-f", "-"]
            #expect(try await kubectl.run(flags, input: Self.service("a")).status == 0)
            let diff = try await kubectl.run(flags, input: Self.service("b"))
            #expect(diff.status == 1 && diff.text.contains("-  - a") && diff.text.contains("+  - b"))
        }
    }
}

/// The real kubectl and a served sandbox.
struct Kubectl: Sendable {
    static let program = "/usr/bin/kubectl"
    let sandbox: Running

    static func with(_ body: @Sendable @escaping (Kubectl) async throws -> Void) async throws {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            return print("skipped: there is no \(program)")
        }
        try await Running.with { try await body(Kubectl(sandbox: $0)) }
    }

    func run(_ words: [String], input: Node? = nil) async throws -> (status: Int?, text: String) {
        var command = ProcessCommand(
            Self.program, words + ["--cache-dir", sandbox.directory.path + "/cache"],
            environment: [
                "KUBECONFIG": sandbox.directory.kubeconfig, "HOME": sandbox.directory.path,
                "PATH": "/usr/bin:/bin",
            ])
        command.input = input.map { JSONWriter.bytes($0) } ?? []
        command.timeout = .seconds(60)
        let outcome = try await SystemProcesses().run(command)
        return (outcome.exitStatus, String(decoding: outcome.output + outcome.errors, as: UTF8.self))
    }
}

import FoundationEssentials
import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// The real kubectl against the sandbox.
@Suite(.serialized, .timeLimit(.minutes(3))) struct KubectlTests {
    private static let program = "/usr/bin/kubectl"
    private static let isThere = FileManager.default.isExecutableFile(atPath: program)

    private static let service: Node = [
        "apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "metadata": ["name": "reviews"],
        "spec": ["hosts": ["reviews"], "http": [["route": [["destination": ["host": "reviews"]]]]]],
    ]

    @Test(arguments: [("routerule", Asking.rule("reviews")), ("virtualservice", service)])
    func kubectlCreatesGetsReplacesAndDeletes(type: String, object: Node) async throws {
        guard Self.isThere else { return print("skipped: there is no \(Self.program)") }
        try await Running.with { sandbox in
            let created = try await kubectl(sandbox, "create", "-f", "-", input: object)
            #expect(created.status == 0 && created.text.hasSuffix("/reviews created\n"), "\(created.text)")
            let again = try await kubectl(sandbox, "create", "-f", "-", input: object)
            #expect(again.status == 1 && again.text.contains("already exists"), "\(again.text)")
            let table = try await kubectl(sandbox, "get", type)
            #expect(table.text.hasPrefix("NAME ") && table.text.contains("reviews"), "\(table.text)")
            let replaced = try await kubectl(sandbox, "replace", "-f", "-", input: object)
            #expect(replaced.text.hasSuffix("/reviews replaced\n"), "\(replaced.text)")
            let name = try await kubectl(sandbox, "get", type, "reviews", "-o", "name")
            #expect(name.text.hasSuffix("/reviews\n"), "\(name.text)")
            let deleted = try await kubectl(sandbox, "delete", type, "reviews")
            #expect(deleted.status == 0, "\(deleted.text)")
            let gone = try await kubectl(sandbox, "get", type, "reviews")
            #expect(gone.status == 1 && gone.text.contains("not found"), "\(gone.text)")
        }
    }

    private static let core: [Node] = [
        ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "books"]],
        ["apiVersion": "v1", "kind": "ServiceAccount", "metadata": ["name": "ann", "namespace": "books"]],
        [
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": "reviews", "namespace": "books"],
            "spec": ["ports": [["name": "http", "port": 9080]], "selector": ["app": "reviews"]],
        ],
        [
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": ["name": "reviews-v1", "namespace": "books"],
            "spec": [
                "selector": ["matchLabels": ["app": "reviews"]],
                "template": [
                    "metadata": ["labels": ["app": "reviews"]],
                    "spec": ["containers": [["name": "reviews", "image": "reviews:1"]]],
                ],
            ],
        ],
    ]

    @Test func kubectlCreatesCoreKinds() async throws {
        guard Self.isThere else { return print("skipped: there is no \(Self.program)") }
        try await Running.with { sandbox in
            let file = Self.core.map { YAMLWriter.text($0) }.joined(separator: "---\n")
            let created = try await kubectl(sandbox, ["create", "-f", "-"], input: file)
            #expect(
                created.text == """
                    namespace/books created
                    serviceaccount/ann created
                    service/reviews created
                    deployment.apps/reviews-v1 created

                    """)
            let names = try await kubectl(sandbox, "get", "sa,svc,deploy", "-n", "books", "-o", "name")
            #expect(names.text == "serviceaccount/ann\nservice/reviews\ndeployment.apps/reviews-v1\n")
            let deleted = try await kubectl(sandbox, "delete", "namespace", "books")
            #expect(deleted.status == 0, "\(deleted.text)")
            let gone = try await kubectl(sandbox, "get", "sa,svc,deploy", "-n", "books")
            #expect(gone.text.hasPrefix("No resources found"), "\(gone.text)")
        }
    }

    /// What kubectl makes itself it sends in protocol buffers.
    @Test(
        arguments: [
            "namespace shop", "configmap colors --from-literal=a=b", "secret generic key --from-literal=a=b",
            "service clusterip web --tcp=80:8080", "deployment web --image=web:1 --replicas=2",
            "job once --image=once:1", "cronjob often --image=often:1 --schedule=* * * * *",
            "role reader --verb=get --resource=pods", "rolebinding ann --role=reader --user=ann",
            "ingress web --rule=a.example.org/=web:80", "serviceaccount ann",
            "poddisruptionbudget web --selector=app=web --min-available=1",
        ])
    func kubectlMakesObjectsByItself(line: String) async throws {
        guard Self.isThere else { return print("skipped: there is no \(Self.program)") }
        let parts = line.split(separator: " --schedule=", maxSplits: 1).map(String.init)
        let words =
            parts[0].split(separator: " ").map(String.init) + parts.dropFirst().map { "--schedule=\($0)" }
        try await Running.with { sandbox in
            let made = try await kubectl(sandbox, ["create"] + words)
            #expect(made.status == 0 && made.text.contains("created"), "\(made.text)")
            let name = words.first == "secret" || words.first == "service" ? words[2] : words[1]
            let read = try await kubectl(sandbox, ["get", words[0], name, "-o", "name"])
            #expect(read.status == 0, "\(read.text)")
        }
    }

    private func kubectl(_ sandbox: Running, _ words: String..., input: Node? = nil) async throws
        -> (status: Int?, text: String)
    {
        try await kubectl(sandbox, words, input: input.map { JSONWriter.text($0, style: .compact) } ?? "")
    }

    private func kubectl(_ sandbox: Running, _ words: [String], input: String = "") async throws
        -> (status: Int?, text: String)
    {
        var command = ProcessCommand(
            Self.program, words + ["--cache-dir", sandbox.directory.path + "/cache"],
            environment: ["KUBECONFIG": sandbox.directory.kubeconfig, "HOME": sandbox.directory.path])
        command.input = Array(input.utf8)
        command.timeout = .seconds(20)
        let outcome = try await SystemProcesses().run(command)
        return (outcome.exitStatus, String(decoding: outcome.output + outcome.errors, as: UTF8.self))
    }
}

import FoundationEssentials
import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// The real kubectl against the sandbox.
@Suite(.serialized, .timeLimit(.minutes(1))) struct KubectlTests {
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
            func kubectl(_ words: String..., input: Node? = nil) async throws -> (status: Int?, text: String)
            {
                var command = ProcessCommand(
                    Self.program, words + ["--cache-dir", sandbox.directory.path + "/cache"],
                    environment: ["KUBECONFIG": sandbox.directory.kubeconfig, "HOME": sandbox.directory.path])
                command.input = input.map { JSONWriter.bytes($0) } ?? []
                command.timeout = .seconds(20)
                let outcome = try await SystemProcesses().run(command)
                return (outcome.exitStatus, String(decoding: outcome.output + outcome.errors, as: UTF8.self))
            }
            let created = try await kubectl("create", "-f", "-", input: object)
            #expect(created.status == 0 && created.text.hasSuffix("/reviews created\n"), "\(created.text)")
            let again = try await kubectl("create", "-f", "-", input: object)
            #expect(again.status == 1 && again.text.contains("already exists"), "\(again.text)")
            let table = try await kubectl("get", type)
            #expect(table.text.hasPrefix("NAME ") && table.text.contains("reviews"), "\(table.text)")
            let replaced = try await kubectl("replace", "-f", "-", input: object)
            #expect(replaced.text.hasSuffix("/reviews replaced\n"), "\(replaced.text)")
            let name = try await kubectl("get", type, "reviews", "-o", "name")
            #expect(name.text.hasSuffix("/reviews\n"), "\(name.text)")
            let deleted = try await kubectl("delete", type, "reviews")
            #expect(deleted.status == 0, "\(deleted.text)")
            let gone = try await kubectl("get", type, "reviews")
            #expect(gone.status == 1 && gone.text.contains("not found"), "\(gone.text)")
        }
    }
}

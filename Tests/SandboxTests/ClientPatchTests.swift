import FoundationEssentials
import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// Patches sent by both clients to a served sandbox.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ClientPatchTests {
    private static let rules = ResourceType(
        group: "config.istio.io", version: "v1alpha2", plural: "routerules", kind: "RouteRule")
    private static let kubectl = "/usr/bin/kubectl"

    /// Patches a rule in each way, and asks for one that is not there.
    private func check(_ cluster: any Cluster) async throws {
        _ = try await cluster.create(
            Self.rules, namespace: "default", Asking.rule("a"), WriteOptions())
        func patch(_ patch: Patch, _ options: WriteOptions = WriteOptions(), name: String = "a") async throws
            -> Node
        {
            try await cluster.patch(Self.rules, namespace: "default", name: name, patch, options)
        }
        let merged = try await patch(Patch(.merge, ["spec": ["precedence": 5]]))
        #expect(merged["spec"]?["precedence"] == 5)
        #expect(merged["spec"]?["destination"] == ["name": "reviews"])
        let operation: Node = ["op": "replace", "path": "/spec/precedence", "value": 6]
        #expect(try await patch(Patch(.json, [operation]))["spec"]?["precedence"] == 6)
        let dry = try await patch(
            Patch(.merge, ["spec": ["precedence": 7]]), WriteOptions(isDryRun: true))
        #expect(dry["spec"]?["precedence"] == 7)
        let stored = try await cluster.get(Self.rules, namespace: "default", name: "a")
        #expect(stored["spec"]?["precedence"] == 6)
        await #expect {
            try await patch(Patch(.merge, [:]), name: "none")
        } throws: { error in
            guard case ClusterError.status(let status) = error else { return false }
            return status.code == 404
        }
    }

    @Test func overHTTP() async throws {
        try await Running.with { sandbox in
            let cluster = RESTCluster(try sandbox.configuration(), in: Environment())
            try await check(cluster)
            await cluster.close()
        }
    }

    @Test func throughKubectl() async throws {
        guard FileManager.default.isExecutableFile(atPath: Self.kubectl) else {
            return print("skipped: there is no \(Self.kubectl)")
        }
        try await Running.with { sandbox in
            var configuration = try sandbox.configuration()
            configuration.kubectlArguments = [
                "--kubeconfig=\(sandbox.directory.kubeconfig)",
                "--cache-dir=\(sandbox.directory.path)/cache",
            ]
            let environment = Environment(
                variables: ["PATH": "/usr/bin:/bin", "HOME": sandbox.directory.path])
            try await check(KubectlCluster(configuration, in: environment))
        }
    }
}

import Kubernetes
import Testing
import YAML

@testable import Sandbox

@Suite(.serialized, .timeLimit(.minutes(3))) struct SandboxServerTests {
    private static let rules = ResourceType(
        group: "config.istio.io", version: "v1alpha2", plural: "routerules", kind: "RouteRule")

    @Test func onlyTheTokenAndTheAuthorityLetIn() async throws {
        try await Running.with { sandbox in
            let token = try PrivateFile.read(sandbox.directory.token, limit: 1_000).dropLast()
            let right = HTTPHeader("Authorization", "Bearer \(String(decoding: token, as: UTF8.self))")
            #expect(try await sandbox.status([]) == 401)
            #expect(try await sandbox.status([HTTPHeader("Authorization", "Bearer wrong")]) == 401)
            #expect(try await sandbox.status([right]) == 200)
            #expect(try await sandbox.status([right], trustsServer: false) == 0)
            #expect(try await sandbox.status([right, HTTPHeader("Origin", "https://example.com")]) == 403)
        }
    }

    @Test func theRESTClientWorksAgainstIt() async throws {
        try await Running.with { sandbox in
            let cluster = RESTCluster(try sandbox.configuration(), in: Environment())
            let made = try await cluster.create(
                Self.rules, namespace: "default", Asking.rule("a"), WriteOptions())
            #expect(made["metadata"]?["resourceVersion"] == "104")
            let version = made["metadata"]?["resourceVersion"]?.string
            let watching = Task {
                var options = ListOptions()
                options.resourceVersion = version
                for try await event in cluster.watch(Self.rules, namespace: "default", options) {
                    if case .deleted = event { return true }
                }
                return false
            }
            let list = try await cluster.page(Self.rules, namespace: nil, ListOptions())
            #expect(list["items"]?.list?.count == 1)
            _ = try await cluster.delete(Self.rules, namespace: "default", name: "a", WriteOptions())
            #expect(try await watching.value)
            await cluster.close()
        }
    }

    @Test func secretsAreTheOwnersAlone() async throws {
        try await Running.with { sandbox in
            for file in [
                sandbox.directory.token, sandbox.directory.kubeconfig, sandbox.directory.caKey,
                sandbox.directory.serverKey, sandbox.directory.database,
            ] {
                #expect(FileMode.of(file) == 0o600, "\(file)")
            }
        }
    }
}

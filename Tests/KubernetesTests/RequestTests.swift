import Testing
import YAML

@testable import Kubernetes

/// What is sent for each operation: one request, nothing more.
@Suite struct RequestTests {
    static let service = ResourceType(group: "", version: "v1", plural: "services", kind: "Service")
    static let namespace = ResourceType(
        group: "", version: "v1", plural: "namespaces", kind: "Namespace", isNamespaced: false)
    static let rule = FaultTests.rules

    private func sent(_ work: (RESTCluster) async throws -> Node) async throws -> HTTPRequest {
        let transport = ScriptedTransport({ FakeAPI.json(200, ["kind": "Any"]) })
        _ = try await work(Fixture.cluster(transport))
        #expect(transport.requests.count == 1)
        return transport.requests[0]
    }

    @Test func readingAnObject() async throws {
        let request = try await sent { try await $0.get(Self.rule, namespace: "books", name: "a b") }
        #expect(request.method == .get)
        #expect(request.target == "/apis/config.istio.io/v1alpha2/namespaces/books/routerules/a%20b")
        #expect(request.body == nil)
        #expect(request.headers.contains(HTTPHeader("Accept", "application/json")))
        #expect(request.headers.contains(HTTPHeader("User-Agent", "istioctl")))
    }

    @Test func typesWithoutNamespace() async throws {
        let request = try await sent { try await $0.get(Self.namespace, namespace: "ignored", name: "a") }
        #expect(request.target == "/api/v1/namespaces/a")
    }

    @Test func creatingAnObject() async throws {
        let body: Node = ["metadata": ["name": "a"]]
        let request = try await sent {
            try await $0.create(Self.service, namespace: "books", body, WriteOptions())
        }
        #expect(request.method == .post)
        #expect(request.target == "/api/v1/namespaces/books/services")
        #expect(request.headers.contains(HTTPHeader("Content-Type", "application/json")))
        #expect(try JSONReader.node(request.body ?? []) == body)
    }

    @Test func aDryRunSaysSo() async throws {
        let dry = WriteOptions(isDryRun: true)
        let request = try await sent { try await $0.delete(Self.rule, namespace: "a", name: "b", dry) }
        #expect(request.target == "/apis/config.istio.io/v1alpha2/namespaces/a/routerules/b?dryRun=All")
        #expect(request.body == nil)
    }

    @Test func patchesNameTheirFormat() async throws {
        let patch = Patch(.apply, ["a": 1])
        let request = try await sent {
            try await $0.patch(Self.rule, namespace: "a", name: "b", patch, WriteOptions())
        }
        #expect(request.target.hasSuffix("/routerules/b?fieldManager=istioctl"))
        #expect(request.headers.contains(HTTPHeader("Content-Type", "application/apply-patch+yaml")))
    }

    @Test func anObjectNeedsANamespace() async throws {
        await #expect(throws: ClusterError.self) {
            try await sent { try await $0.create(Self.rule, namespace: nil, .emptyMap, WriteOptions()) }
        }
    }

    @Test(arguments: ["version", "/a/../b", "/a b", "/a\r\nX: y"])
    func documentsAreNamedByPaths(_ path: String) async throws {
        await #expect(throws: ClusterError.self) { try await sent { try await $0.document(at: path) } }
    }
}

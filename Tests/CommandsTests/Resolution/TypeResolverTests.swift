import IstioAPI
import Kubernetes
import Schema
import Testing
import YAML

@testable import Commands

struct TypeResolverTests {
    private func cluster(_ versions: Node...) -> RecordingCluster {
        let group: Node = [
            "name": "networking.istio.io", "versions": Node(versions.map { ["version": $0] }),
        ]
        return RecordingCluster(documents: ["/apis": ["groups": [group]]])
    }

    @Test func kindsOfOneGenerationNeedNoQuestion() async throws {
        let cluster = RecordingCluster()
        let resolved = try await TypeResolver(cluster).resolve("routerules")
        #expect(resolved.type.plural == "routerules")
        #expect(await cluster.requests.isEmpty)
    }

    @Test func anOldClusterHasTheOldKinds() async throws {
        let resolved = try await TypeResolver(cluster("v1alpha3")).resolve("virtualservice")
        #expect(resolved.kind.generation == .classic)
        #expect(resolved.type.version == "v1alpha3")
    }

    @Test func aClusterOfTodayHasTodaysKinds() async throws {
        let resolved = try await TypeResolver(cluster("v1", "v1beta1", "v1alpha3")).resolve("vs")
        #expect(resolved.kind.generation == .today)
        #expect(resolved.type.version == "v1")
    }

    @Test func aVersionInTheNameIsUsed() async throws {
        let resolver = TypeResolver(cluster("v1", "v1beta1", "v1alpha3"))
        #expect(try await resolver.resolve("vs.v1beta1.networking.istio.io").type.version == "v1beta1")
    }

    @Test func olderVersionsServeWhereTheNewestIsMissing() async throws {
        #expect(
            try await TypeResolver(cluster("v1beta1", "v1alpha3")).resolve("vs").type.version == "v1beta1")
    }

    @Test func whatTheServerLacksIsSaid() async {
        let error = await #expect(throws: Failure.self) {
            try await TypeResolver(RecordingCluster(documents: ["/apis": ["groups": []]])).resolve("vs")
        }
        #expect(error?.message == "the server does not have type virtualservices.networking.istio.io")
    }

    @Test(arguments: [
        ("route-rules", "did you mean routerules?"), ("virtualservise", "did you mean virtualservice?"),
        ("frobnication", "Istio's types only; kubectl knows the others"),
    ])
    func unknownWords(word: String, hint: String) {
        let error = #expect(throws: UnknownType.self) { try TypeResolver.candidates(word) }
        #expect(error?.hint == hint)
    }

    @Test func queries() throws {
        #expect(
            try TypeQuery.list(["vs,dr"]) == [.init(type: "vs", names: []), .init(type: "dr", names: [])])
        #expect(try TypeQuery.list(["vs", "a", "b"]) == [.init(type: "vs", names: ["a", "b"])])
        #expect(
            try TypeQuery.list(["vs/a", "dr/b", "vs/c"]) == [
                .init(type: "vs", names: ["a", "c"]), .init(type: "dr", names: ["b"]),
            ])
        #expect(try TypeQuery.list(["vs", "a/b"]) == [.init(type: "vs", names: ["a/b"])])
        #expect(throws: UnknownType.self) { try TypeQuery.list(["vs/a", "b"]) }
        #expect(throws: UnknownType.self) { try TypeQuery.list([","]) }
    }

    @Test func listsAreReadPageByPage() async throws {
        let cluster = RecordingCluster([
            "routerules/books/": ["items": [["metadata": ["name": "a"]]], "metadata": ["continue": "more"]],
            "routerules/books/more": ["items": [["metadata": ["name": "b"]]], "metadata": ["continue": ""]],
        ])
        let finder = Finder(cluster: cluster, namespace: "books", labelSelector: nil)
        let objects = try await finder.all(ResourceType(Legacy.RouteRule.kind))
        #expect(objects.map { $0[["metadata", "name"]] } == ["a", "b"])
        #expect(objects.first?["kind"] == "RouteRule")
    }
}

import Testing
import YAML

@testable import Sandbox

@Suite struct ListTests {
    private static func names(_ list: Node) -> [String] {
        (list["items"]?.list ?? []).compactMap { $0["metadata"]?["name"]?.string }
    }

    @Test(arguments: [
        ("app=reviews", ["a", "b"]), ("app==reviews,version!=v2", ["a"]),
        ("version in (v1, v3)", ["a", "c"]),
        ("version notin (v1)", ["b", "c", "d"]), ("version", ["a", "b", "c"]), ("!version", ["d"]),
        ("", ["a", "b", "c", "d"]),
    ]) func labelsSelect(selector: String, expected: [String]) async throws {
        let api = try await Asking()
        try await api.make("a", labels: ["app": "reviews", "version": "v1"])
        try await api.make("b", labels: ["app": "reviews", "version": "v2"])
        try await api.make("c", labels: ["app": "ratings", "version": "v3"])
        try await api.make("d")
        let escaped = selector.split(separator: " ", omittingEmptySubsequences: false).joined(
            separator: "%20")
        let (status, list) = try await api.ask("GET", Asking.rules + "?labelSelector=" + escaped)
        #expect(status == 200 && Self.names(list) == expected)
        #expect(list["kind"] == "RouteRuleList")
    }

    @Test func fieldsSelect() async throws {
        let api = try await Asking()
        try await api.make("a")
        try await api.make("b")
        let all = "/apis/config.istio.io/v1alpha2/routerules"
        #expect(Self.names(try await api.ask("GET", all + "?fieldSelector=metadata.name%3Db").body) == ["b"])
        #expect(Self.names(try await api.ask("GET", all + "?fieldSelector=metadata.name!=b").body) == ["a"])
        #expect(try await api.ask("GET", all + "?fieldSelector=spec.x=1").status == 400)
    }

    @Test func aLongListIsWhole() async throws {
        let store = try SandboxStore()
        let names = (1_000..<3_500).map { "n\($0)" }
        try await store.write { transaction in
            for name in names {
                let key = ObjectKey(
                    group: "config.istio.io", plural: "routerules", namespace: "default", name: name)
                let metadata: Node = ["name": Node(name), "note": Node(String(repeating: "x", count: 500))]
                let body = StoredObject.body(of: ["metadata": metadata])
                _ = try transaction.create(key, uid: name, body: body)
            }
        }
        let (status, list) = try await Asking(.none, store).ask("GET", Asking.rules)
        #expect(status == 200 && Self.names(list) == names)
        #expect(list["metadata"]?["continue"] == nil)
    }

    @Test func pagesShowOneRevision() async throws {
        let api = try await Asking()
        for name in ["a", "c", "e"] { try await api.make(name) }
        let first = try await api.ask("GET", Asking.rules + "?limit=2").body
        #expect(Self.names(first) == ["a", "c"])
        let token = try #require(first["metadata"]?["continue"]?.string)
        try await api.make("d")
        let escaped = token.split(separator: "=", omittingEmptySubsequences: false).joined(separator: "%3D")
        let second = try await api.ask("GET", Asking.rules + "?limit=2&continue=" + escaped).body
        #expect(Self.names(second) == ["e"])
        #expect(second["metadata"]?["continue"] == nil)
        #expect(second["metadata"]?["resourceVersion"] == first["metadata"]?["resourceVersion"])
        #expect(try await api.ask("GET", Asking.rules + "?continue=x").status == 400)
    }

    @Test func aPageOfTooOldAListIsGone() async throws {
        var limits = SandboxStore.Limits()
        limits.history = 5
        limits.slack = 1
        let api = try await Asking(.none, try SandboxStore(limits: limits))
        for name in ["a", "b", "c"] { try await api.make(name) }
        let token = try await api.ask("GET", Asking.rules + "?limit=1").body["metadata"]?["continue"]?.string
        for number in 0..<20 { try await api.make("n\(number)") }
        let (status, body) = try await api.ask("GET", Asking.rules + "?limit=1&continue=" + (token ?? ""))
        #expect(status == 410 && body["reason"] == "Expired")
    }

    @Test func collectionsAreDeletedBySelector() async throws {
        let api = try await Asking()
        try await api.make("a", labels: ["app": "x"])
        try await api.make("b")
        #expect(try await api.ask("DELETE", Asking.rules + "?labelSelector=app=x").status == 200)
        #expect(Self.names(try await api.ask("GET", Asking.rules).body) == ["b"])
    }

    @Test func tablesAreForKubectl() async throws {
        let api = try await Asking()
        try await api.make("a")
        let accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
        let table = try await api.ask("GET", Asking.rules, accept: accept).body
        #expect(table["kind"] == "Table" && table["apiVersion"] == "meta.k8s.io/v1")
        let row = table["rows"]?.list?.first
        #expect(row?["cells"]?.list?.first == "a")
        #expect(row?["cells"]?.list?.count == table["columnDefinitions"]?.list?.count)
        #expect(row?["object"]?["kind"] == "PartialObjectMetadata")
    }
}

/// Clients that want to know names and labels only.
@Suite struct PartialMetadataTests {
    private static let one = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1"
    private static let many = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"

    @Test func objectsAndListsAreReducedToMetadata() async throws {
        let api = try await Asking()
        let made = try await api.make("details", labels: ["app": "details"])
        let one = try await api.ask("GET", Asking.rules + "/details", accept: Self.one).body
        #expect(
            one == [
                "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
                "metadata": made["metadata"] ?? .null,
            ])
        let list = try await api.ask("GET", Asking.rules, accept: Self.many).body
        #expect(list["kind"] == "PartialObjectMetadataList" && list["items"] == [one])
    }

    @Test func watchesToo() async throws {
        let api = try await Asking()
        try await api.make("details")
        let response = await api.server.respond(
            to: APIRequest(method: "GET", target: Asking.rules + "?watch=1", accept: Self.one))
        guard case .stream(let stream) = response.body else { throw CancellationError() }
        for await bytes in stream {
            let event = try JSONReader.node(bytes.filter { $0 != UInt8(ascii: "\n") })
            #expect(event["type"] == "ADDED" && event[["object", "kind"]] == "PartialObjectMetadata")
            #expect(event[["object", "spec"]] == nil)
            break
        }
    }
}

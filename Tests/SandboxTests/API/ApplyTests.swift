import Testing
import YAML

@testable import Sandbox

/// Server-side apply as a client sees it.
@Suite struct ApplyTests {
    private static let maps = "/api/v1/namespaces/default/configmaps"

    private static func map(_ data: [String: String], _ metadata: [Node.Entry] = []) -> Node {
        [
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": Node([.init("name", "a")] + metadata),
            "data": Node(data.sorted { $0.key < $1.key }.map { Node.Entry($0.key, Node($0.value)) }),
        ]
    }

    private func apply(
        _ api: Asking, _ body: Node, by manager: String = "ann", _ query: String = ""
    ) async throws -> (status: Int, body: Node) {
        try await api.ask(
            "PATCH", "\(Self.maps)/a?fieldManager=\(manager)\(query)", body,
            type: "application/apply-patch+yaml")
    }

    @Test func anAbsentObjectIsMade() async throws {
        let api = try await Asking()
        let (status, made) = try await apply(api, Self.map(["x": "1"]))
        #expect(status == 201 && made["data"] == ["x": "1"])
        let owner = try #require(made["metadata"]?["managedFields"]?.list?.first)
        #expect(owner["manager"] == "ann" && owner["operation"] == "Apply" && owner["apiVersion"] == "v1")
        #expect(owner["fieldsType"] == "FieldsV1" && owner["fieldsV1"] == ["f:data": ["f:x": [:]]])
    }

    @Test func nothingNewIsNoNewRevision() async throws {
        let api = try await Asking()
        let first = try await apply(api, Self.map(["x": "1"])).body
        let second = try await apply(api, Self.map(["x": "1"]))
        #expect(second.status == 200 && second.body == first)
    }

    @Test func conflictsNameEveryField() async throws {
        let api = try await Asking()
        _ = try await apply(api, Self.map(["x": "1", "y": "1"]))
        let (status, answer) = try await apply(api, Self.map(["x": "2", "y": "2"]), by: "bob")
        #expect(status == 409 && answer["reason"] == "Conflict")
        #expect(
            answer["message"]
                == "Apply failed with 2 conflicts: conflicts with \"ann\":\n- .data.x\n- .data.y")
        let causes = answer["details"]?["causes"]?.list ?? []
        #expect(causes.map { $0["reason"] } == ["FieldManagerConflict", "FieldManagerConflict"])
        #expect(causes.map { $0["field"] } == [".data.x", ".data.y"])
        let forced = try await apply(api, Self.map(["x": "2", "y": "2"]), by: "bob", "&force=true")
        #expect(forced.status == 200 && forced.body["data"] == ["x": "2", "y": "2"])
    }

    @Test func aDryRunTellsAndKeepsNothing() async throws {
        let api = try await Asking()
        let made = try await apply(api, Self.map(["x": "1"]), "&dryRun=All")
        #expect(made.status == 201 && made.body["data"] == ["x": "1"])
        #expect(try await api.ask("GET", Self.maps + "/a").status == 404)
        _ = try await apply(api, Self.map(["x": "1"]))
        #expect(try await apply(api, Self.map(["x": "5"]), "&dryRun=All").body["data"] == ["x": "5"])
        #expect(try await api.ask("GET", Self.maps + "/a").body["data"] == ["x": "1"])
    }

    @Test func otherVerbsAreUpdates() async throws {
        let api = try await Asking()
        let (_, made) = try await api.ask("POST", Self.maps + "?fieldManager=cat", Self.map(["x": "1"]))
        let owner = try #require(made["metadata"]?["managedFields"]?.list?.first)
        #expect(owner["manager"] == "cat" && owner["operation"] == "Update")
        #expect(owner["fieldsV1"] == ["f:data": [".": [:], "f:x": [:]]])
        let (_, patched) = try await api.ask(
            "PATCH", Self.maps + "/a?fieldManager=dog", ["data": ["y": "1"]],
            type: "application/merge-patch+json")
        #expect(
            patched["metadata"]?["managedFields"]?.list?.compactMap { $0["manager"]?.string } == [
                "cat", "dog",
            ])
        var next = patched
        next.set("data", ["y": "2"])
        next.set(path: ["metadata", "managedFields"], nil)
        let (_, put) = try await api.ask("PUT", Self.maps + "/a?fieldManager=emu", next)
        let owners = put["metadata"]?["managedFields"]?.list ?? []
        #expect(owners.compactMap { $0["manager"]?.string } == ["cat", "emu"])
        #expect(owners.last?["fieldsV1"] == ["f:data": ["f:y": [:]]])
    }

    @Test func ownersCanBeWrittenAndReset() async throws {
        let api = try await Asking()
        _ = try await api.ask("POST", Self.maps + "?fieldManager=cat", Self.map(["x": "1"]))
        let path = "/metadata/managedFields"
        func patch(_ value: Node) async throws -> Node {
            try await api.ask(
                "PATCH", Self.maps + "/a", [["op": "replace", "path": Node(path), "value": value]],
                type: "application/json-patch+json"
            ).body
        }
        let entry: Node = [
            "manager": "ann", "operation": "Apply", "apiVersion": "v1", "fieldsType": "FieldsV1",
            "fieldsV1": ["f:data": ["f:x": [:]]],
        ]
        #expect(try await patch([entry])["metadata"]?["managedFields"] == [entry])
        #expect(try await apply(api, Self.map([:])).body["data"]?["x"] == nil)
        #expect(try await patch([])["metadata"]?["managedFields"] == nil)
    }

    private static let wrong: [(Node, String, Int)] = [
        (map([:]), "fieldManager=", 422), (map([:]), "fieldManager=a%07", 422),
        (map([:]), "fieldManager=" + String(repeating: "x", count: 129), 422),
        (["metadata": ["name": "a"]], "fieldManager=ann", 400), ("text", "fieldManager=ann", 400),
        (map([:], [.init("managedFields", [["manager": "x"]])]), "fieldManager=ann", 400),
        (map([:], [.init("ownerReferences", [["name": "x"]])]), "fieldManager=ann", 422),
        (map([:], [.init("finalizers", ["x", "x"])]), "fieldManager=ann", 422),
        (map([:], [.init("resourceVersion", "1")]), "fieldManager=ann", 409),
        (map([:], [.init("uid", "other")]), "fieldManager=ann", 409),
        (map([:], [.init("namespace", "other")]), "fieldManager=ann", 400),
    ]

    @Test(arguments: wrong) func whatCannotBeAppliedIsRefused(body: Node, query: String, code: Int)
        async throws
    {
        let api = try await Asking()
        _ = try await apply(api, Self.map(["x": "1"]))
        let answer = try await api.ask(
            "PATCH", "\(Self.maps)/a?\(query)", body, type: "application/apply-patch+yaml")
        #expect(answer.status == code, "\(answer.body)")
        #expect(try await api.ask("GET", Self.maps + "/a").body["data"] == ["x": "1"])
    }

    @Test func appliesInNamespacesThatAreNotThereFail() async throws {
        let api = try await Asking()
        let answer = try await api.ask(
            "PATCH", "/api/v1/namespaces/none/configmaps/a?fieldManager=ann", Self.map([:]),
            type: "application/apply-patch+yaml")
        #expect(answer.status == 404)
    }

    @Test func concurrentAppliesAllHappen() async throws {
        let api = try await Asking()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<6 {
                group.addTask {
                    try await apply(api, Self.map(["k\(number)": "v"]), by: "m\(number)").status
                }
            }
            for try await status in group { #expect(status == 200 || status == 201) }
        }
        #expect(try await api.ask("GET", Self.maps + "/a").body["data"]?.map?.count == 6)
    }

    @Test func defaultsOfTheServerBelongToNobody() async throws {
        let api = try await Asking()
        let service: Node = [
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": "s"],
            "spec": ["ports": [["port": 80]]],
        ]
        let path = "/api/v1/namespaces/default/services/s?fieldManager=ann"
        let made = try await api.ask("PATCH", path, service, type: "application/apply-patch+yaml").body
        let address = try #require(made["spec"]?["clusterIP"]?.string)
        let again = try await api.ask("PATCH", path, service, type: "application/apply-patch+yaml").body
        #expect(again["spec"]?["clusterIP"]?.string == address)
        #expect(again["metadata"]?["resourceVersion"] == made["metadata"]?["resourceVersion"])
        let fields = try #require(made["metadata"]?["managedFields"]?.list?.first?["fieldsV1"]?["f:spec"])
        #expect(fields.map?.map(\.key) == ["f:ports"])
    }
}

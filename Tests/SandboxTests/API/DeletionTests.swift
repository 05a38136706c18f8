import Testing
import YAML

@testable import Sandbox

/// What goes with an object, and what keeps it.
@Suite struct DeletionTests {
    private static let maps = "/api/v1/namespaces/default/configmaps"

    private func make(
        _ api: Asking, _ name: String, owners: [Node] = [], finalizers: [Node] = [], in path: String = maps
    ) async throws -> Node {
        var map: Node = ["metadata": ["name": Node(name)]]
        if !finalizers.isEmpty { map.set(path: ["metadata", "finalizers"], Node(finalizers)) }
        let references = owners.map { owner -> Node in
            [
                "apiVersion": "v1", "kind": "ConfigMap", "name": owner[["metadata", "name"]] ?? "",
                "uid": owner[["metadata", "uid"]] ?? "",
            ]
        }
        if !references.isEmpty { map.set(path: ["metadata", "ownerReferences"], Node(references)) }
        let (status, made) = try await api.ask("POST", path, map)
        #expect(status == 201, "\(made)")
        return made
    }

    private func names(_ api: Asking, in path: String = maps) async throws -> [String] {
        let items = try await api.ask("GET", path).body["items"]?.list ?? []
        return items.compactMap { $0[["metadata", "name"]]?.string }
    }

    @Test func ownedObjectsGoWithTheirOwner() async throws {
        let api = try await Asking()
        let owner = try await make(api, "owner")
        let child = try await make(api, "child", owners: [owner])
        _ = try await make(api, "grandchild", owners: [child])
        _ = try await make(api, "other")
        #expect(try await api.ask("DELETE", Self.maps + "/owner").status == 200)
        #expect(try await names(api) == ["other"])
    }

    @Test func whatHasAnotherOwnerStaysWithIt() async throws {
        let api = try await Asking()
        let (a, b) = (try await make(api, "a"), try await make(api, "b"))
        _ = try await make(api, "shared", owners: [a, b])
        _ = try await api.ask("DELETE", Self.maps + "/a")
        #expect(try await names(api) == ["b", "shared"])
        let shared = try await api.ask("GET", Self.maps + "/shared").body
        #expect(shared[["metadata", "ownerReferences"]]?.list?.count == 1)
        _ = try await api.ask("DELETE", Self.maps + "/b")
        #expect(try await names(api) == [])
    }

    @Test func orphansStay() async throws {
        let api = try await Asking()
        let owner = try await make(api, "owner")
        _ = try await make(api, "child", owners: [owner])
        _ = try await api.ask("DELETE", Self.maps + "/owner", ["propagationPolicy": "Orphan"])
        let child = try await api.ask("GET", Self.maps + "/child").body
        #expect(child[["metadata", "name"]] == "child")
        #expect(child[["metadata", "ownerReferences"]] == nil)
        #expect(try await api.ask("DELETE", Self.maps + "/child?propagationPolicy=Sometimes").status == 400)
    }

    @Test func longChainsAndCirclesEnd() async throws {
        let api = try await Asking()
        var last = try await make(api, "n0")
        for index in 1...300 { last = try await make(api, "n\(index)", owners: [last]) }
        _ = try await api.ask("DELETE", Self.maps + "/n0")
        #expect(try await names(api) == [])
    }

    @Test func finalizersKeepAnObjectUntilTheLastIsTakenAway() async throws {
        let api = try await Asking()
        _ = try await make(api, "kept", finalizers: ["example.org/a", "example.org/b"])
        let (status, marked) = try await api.ask("DELETE", Self.maps + "/kept")
        #expect(status == 200 && marked["kind"] == "ConfigMap")
        #expect(marked[["metadata", "deletionTimestamp"]]?.string?.hasSuffix("Z") == true)
        let path = Self.maps + "/kept"
        let merge = "application/merge-patch+json"
        let added = try await api.ask(
            "PATCH", path, ["metadata": ["finalizers": ["example.org/a", "example.org/c"]]], type: merge)
        #expect(added.status == 422, "no new ones may come")
        let less = try await api.ask(
            "PATCH", path, ["metadata": ["finalizers": ["example.org/a"]]], type: merge)
        #expect(less.body[["metadata", "deletionTimestamp"]] == marked[["metadata", "deletionTimestamp"]])
        #expect(try await names(api) == ["kept"])
        #expect(
            try await api.ask("PATCH", path, ["metadata": ["finalizers": .null]], type: merge).status == 200)
        #expect(try await names(api) == [])
    }

    @Test func aNamespaceWaitsForWhatIsInIt() async throws {
        let api = try await Asking()
        _ = try await api.ask("POST", "/api/v1/namespaces", ["metadata": ["name": "shop"]])
        let path = "/api/v1/namespaces/shop/configmaps"
        _ = try await make(api, "kept", finalizers: ["example.org/a"], in: path)
        _ = try await make(api, "plain", in: path)
        let (status, ending) = try await api.ask("DELETE", "/api/v1/namespaces/shop")
        #expect(status == 200 && ending[["status", "phase"]] == "Terminating")
        #expect(try await names(api, in: path) == ["kept"])
        let refused = try await api.ask("POST", path, ["metadata": ["name": "late"]])
        #expect(refused.status == 403)
        #expect(refused.body[["details", "causes"]]?.list?.first?["reason"] == "NamespaceTerminating")
        _ = try await api.ask(
            "PATCH", path + "/kept", ["metadata": ["finalizers": []]], type: "application/merge-patch+json")
        #expect(try await api.ask("GET", "/api/v1/namespaces/shop").status == 404)
    }

    @Test func ownersAreRememberedOverARestart() async throws {
        try await TemporaryDirectory.with { path in
            let store = try SandboxStore(directory: path)
            let api = try await Asking(.none, store)
            let owner = try await make(api, "owner")
            _ = try await make(api, "child", owners: [owner])
            store.close()
            let again = try SandboxStore(directory: path)
            defer { again.close() }
            let later = try await Asking(.none, again)
            _ = try await later.ask("DELETE", Self.maps + "/owner")
            #expect(try await names(later) == [])
        }
    }

    @Test func aDryRunDeletesNothing() async throws {
        let api = try await Asking()
        let owner = try await make(api, "owner")
        _ = try await make(api, "child", owners: [owner])
        #expect(try await api.ask("DELETE", Self.maps + "/owner?dryRun=All").status == 200)
        #expect(try await names(api) == ["child", "owner"])
    }
}

import Testing
import YAML

@testable import Sandbox

/// Status, scale and reviews.
@Suite struct SubresourceTests {
    private static let deployments = "/apis/apps/v1/namespaces/default/deployments"
    private static let merge = "application/merge-patch+json"

    private static let web: Node = [
        "metadata": ["name": "web"],
        "spec": [
            "replicas": 2, "selector": ["matchLabels": ["app": "web"]],
            "template": [
                "metadata": ["labels": ["app": "web"]],
                "spec": ["containers": [["name": "web", "image": "web:1"]]],
            ],
        ],
        "status": ["replicas": 9],
    ]

    private func withWeb() async throws -> Asking {
        let api = try await Asking()
        #expect(try await api.ask("POST", Self.deployments, Self.web).status == 201)
        return api
    }

    @Test func statusIsWrittenByItself() async throws {
        let api = try await withWeb()
        let path = Self.deployments + "/web"
        let made = try await api.ask("GET", path).body
        #expect(made["status"] == nil, "a new object has none")
        let patch: Node = ["status": ["replicas": 2], "spec": ["replicas": 5]]
        let changed = try await api.ask("PATCH", path + "/status", patch, type: Self.merge)
        #expect(changed.status == 200 && changed.body[["status", "replicas"]] == 2)
        #expect(changed.body[["spec", "replicas"]] == 2, "the rest stays")
        #expect(changed.body[["metadata", "generation"]] == 1)
        let whole = try await api.ask("PATCH", path, ["status": ["replicas": 7]], type: Self.merge)
        #expect(whole.body[["status", "replicas"]] == 2, "and the other way round")
        var put = changed.body
        put.set(path: ["status", "replicas"], 3)
        put.set(path: ["metadata", "resourceVersion"], nil)
        #expect(try await api.ask("PUT", path + "/status", put).body[["status", "replicas"]] == 3)
    }

    @Test func oldVersionsOfAStatusConflict() async throws {
        let api = try await withWeb()
        let path = Self.deployments + "/web"
        let old = try await api.ask("GET", path).body
        _ = try await api.ask("PATCH", path, ["spec": ["replicas": 4]], type: Self.merge)
        #expect(try await api.ask("PUT", path + "/status", old).status == 409)
    }

    @Test func scaleShowsAndSetsReplicas() async throws {
        let api = try await withWeb()
        let path = Self.deployments + "/web/scale"
        let scale = try await api.ask("GET", path).body
        #expect(scale["kind"] == "Scale" && scale["apiVersion"] == "autoscaling/v1")
        #expect(scale["spec"] == ["replicas": 2])
        #expect(scale["status"] == ["replicas": 0, "selector": "app=web"])
        let changed = try await api.ask("PATCH", path, ["spec": ["replicas": 5]], type: Self.merge)
        #expect(changed.status == 200 && changed.body[["spec", "replicas"]] == 5)
        let read = try await api.ask("GET", Self.deployments + "/web").body
        #expect(read[["spec", "replicas"]] == 5 && read[["metadata", "generation"]] == 2)
        #expect(try await api.ask("PATCH", path, ["spec": ["replicas": -1]], type: Self.merge).status == 422)
        #expect(try await api.ask("PUT", path, scale).status == 409, "of an old version")
    }

    @Test(arguments: ["/api/v1/namespaces/default/configmaps/a/status", deployments + "/web/logs"])
    func partsThatThereAreNotAreNotFound(path: String) async throws {
        let api = try await withWeb()
        #expect(try await api.ask("GET", path).status == 404)
    }

    @Test func discoveryListsPartsAndCategories() async throws {
        let api = try await Asking()
        let resources = try await api.ask("GET", "/apis/apps/v1").body["resources"]?.list ?? []
        let names = resources.compactMap { $0["name"]?.string }
        #expect(names.contains("deployments/status") && names.contains("deployments/scale"))
        #expect(resources.first { $0["name"] == "deployments" }?["categories"] == ["all"])
        let groups = try await api.ask("GET", "/apis").body["groups"]?.list ?? []
        #expect(groups.contains { $0["name"] == "authorization.k8s.io" })
    }

    @Test func questionsAreAnsweredAndNotKept() async throws {
        let api = try await Asking()
        let may = try await api.ask(
            "POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            ["spec": ["resourceAttributes": ["verb": "get", "resource": "pods"]]])
        #expect(may.status == 201 && may.body[["status", "allowed"]] == true)
        let who = try await api.ask(
            "POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", .emptyMap)
        #expect(who.body[["status", "userInfo", "username"]] == "sandbox-admin")
        let path = "/apis/authentication.k8s.io/v1/tokenreviews"
        #expect(
            try await api.ask("POST", path, ["spec": ["token": "x"]]).body[["status", "authenticated"]]
                == false)
        #expect(try await api.ask("GET", path).status == 405)
    }
}

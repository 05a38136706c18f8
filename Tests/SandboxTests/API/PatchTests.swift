import Kubernetes
import Testing
import YAML

@testable import Sandbox

@Suite struct PatchTests {
    private static let formats: [(String, Node)] = [
        ("application/merge-patch+json", ["spec": ["precedence": 5, "match": .null]]),
        ("application/strategic-merge-patch+json", ["spec": ["precedence": 5]]),
        ("application/json-patch+json", [["op": "replace", "path": "/spec/precedence", "value": 5]]),
    ]

    @Test(arguments: formats) func everyFormatChangesAnObject(type: String, patch: Node) async throws {
        let api = try await Asking()
        try await api.make("a")
        let (status, after) = try await api.ask("PATCH", Asking.rules + "/a", patch, type: type)
        #expect(status == 200 && after["spec"]?["precedence"] == 5)
        #expect(after["spec"]?["destination"]?["name"] == "reviews")
        #expect(after["metadata"]?["generation"] == 2)
    }

    @Test func aPatchOfAnotherVersionIsAConflict() async throws {
        let api = try await Asking()
        try await api.make("a")
        let patch: Node = ["metadata": ["resourceVersion": "1"], "spec": ["precedence": 5]]
        let answer = try await api.ask(
            "PATCH", Asking.rules + "/a", patch, type: "application/merge-patch+json")
        #expect(answer.status == 409)
    }

    /// What the server fills in, kubectl sends without again and again.
    @Test func whatOnlyLacksDefaultsIsNoChange() async throws {
        let api = try await Asking()
        let volume: Node = [
            "name": "info",
            "downwardAPI": ["items": [["path": "l", "fieldRef": ["fieldPath": "metadata.labels"]]]],
        ]
        let pod: Node = ["containers": [["name": "c", "image": "i"]], "volumes": [volume]]
        let deployment: Node = [
            "metadata": ["name": "d"],
            "spec": [
                "selector": ["matchLabels": ["a": "b"]],
                "template": ["metadata": ["labels": ["a": "b"]], "spec": pod],
            ],
        ]
        let path = "/apis/apps/v1/namespaces/default/deployments"
        let made = try await api.ask("POST", path, deployment)
        #expect(made.status == 201)
        let patch: Node = ["spec": ["template": ["spec": ["volumes": [volume]]]]]
        let (status, after) = try await api.ask(
            "PATCH", path + "/d", patch, type: "application/strategic-merge-patch+json")
        #expect(status == 200 && after["metadata"]?["generation"] == 1)
        #expect(after["metadata"]?["resourceVersion"] == made.body["metadata"]?["resourceVersion"])
    }

    @Test func concurrentPatchesAllHappen() async throws {
        let api = try await Asking()
        try await api.make("a")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<6 {
                group.addTask {
                    let patch: Node = ["metadata": ["labels": ["l\(number)": "x"]]]
                    return try await api.ask(
                        "PATCH", Asking.rules + "/a", patch, type: "application/merge-patch+json"
                    ).status
                }
            }
            for try await status in group { #expect(status == 200) }
        }
        let after = try await api.ask("GET", Asking.rules + "/a").body
        #expect(after["metadata"]?["labels"]?.map?.count == 6)
    }

    @Test func anUnknownFormatIsRefusedWithTheKnownOnes() async throws {
        let api = try await Asking()
        try await api.make("a")
        let answer = try await api.ask("PATCH", Asking.rules + "/a", [:], type: "application/x-patch")
        #expect(answer.status == 415 && answer.body["reason"] == "UnsupportedMediaType")
        #expect(answer.body["message"]?.string?.contains("application/apply-patch+yaml") == true)
    }

    @Test func jsonPatchesFollowTheStandard() throws {
        let target: Node = ["a": ["b": 1], "list": [1, 2, 3], "x/y": 0]
        let patch: Node = [
            ["op": "test", "path": "/a/b", "value": 1], ["op": "add", "path": "/list/1", "value": 9],
            ["op": "add", "path": "/list/-", "value": 4], ["op": "remove", "path": "/list/0"],
            ["op": "move", "from": "/a/b", "path": "/moved"],
            ["op": "copy", "from": "/list/0", "path": "/copied"],
            ["op": "replace", "path": "/x~1y", "value": 7],
        ]
        let result = try JSONPatch.apply(patch, to: target, limit: 10)
        #expect(result == ["a": [:], "list": [9, 2, 3, 4], "x/y": 7, "moved": 1, "copied": 9])
    }

    private static let impossible: [Node] = [
        [["op": "remove", "path": "/none"]], [["op": "replace", "path": "/list/7", "value": 1]],
        [["op": "test", "path": "/a", "value": 2]], [["op": "add", "path": "/list/01", "value": 1]],
        [["op": "move", "from": "/a", "path": "/a/b"]], [["op": "add", "path": "nope", "value": 1]],
        [["op": "dance", "path": "/a"]], ["op": "add"],
        [["op": "remove", "path": "/list/99999999999999999999"]],
    ]

    @Test(arguments: impossible) func aJSONPatchThatCannotBeIsRefused(patch: Node) {
        #expect(throws: APIFailure.self) {
            try JSONPatch.apply(patch, to: ["a": [:], "list": [1]], limit: 10)
        }
    }

    @Test func strategicPatchesMergeListsByKey() {
        let target: Node = ["ports": [["port": 80, "name": "http"], ["port": 90, "name": "grpc"]]]
        let patch: Node = [
            "$setElementOrder/ports": [["port": 90], ["port": 70], ["port": 80]],
            "ports": [["port": 70, "name": "new"], ["port": 80, "name": "web"]],
        ]
        let expected: Node = [
            "ports": [
                ["port": 90, "name": "grpc"], ["port": 70, "name": "new"], ["port": 80, "name": "web"],
            ]
        ]
        #expect(
            StrategicMergePatch(KubernetesTypes.message("core/v1.ServiceSpec")).apply(patch, to: target)
                == expected)
        let removal: Node = ["ports": [["port": 80, "$patch": "delete"]]]
        #expect(
            StrategicMergePatch(KubernetesTypes.message("core/v1.ServiceSpec")).apply(removal, to: target)[
                "ports"]?.list?.count == 1)
    }
}

import Testing
import YAML

@testable import Installation

/// What `k8s` and its overlays do to objects.
@Suite struct ObjectPatchTests {
    private static func customized(_ settings: Node, component: String = "pilot", _ objects: [Node]) throws
        -> [Node]
    {
        let file: Node = ["spec": ["components": [component: ["enabled": true, "k8s": settings]]]]
        let releases = try InstallationSettings(files: [file], flags: []) { name throws(InstallationError) in
            Profile.settings(name) ?? .emptyMap
        }.releases()
        return try releases.reduce(objects) { try $1.customized($0) }
    }

    private static let istiod: Node = [
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "istiod"],
        "spec": [
            "template": [
                "spec": [
                    "containers": [
                        ["name": "discovery", "env": [["name": "A", "value": "1"]], "args": ["a", "b"]]
                    ]
                ]
            ]
        ],
    ]

    @Test func environmentsAreMergedByName() throws {
        let found = try Self.customized(
            ["env": [["name": "A", "value": "2"], ["name": "B", "value": "3"]], "replicaCount": 2],
            [Self.istiod])[0]
        #expect(found[["spec", "replicas"]] == 2)
        let container = found[["spec", "template", "spec", "containers"]]?.list?.first
        let environment = container?["env"]?.list?.map {
            "\($0["name"]?.string ?? "")=\($0["value"]?.string ?? "")"
        }
        #expect(environment?.sorted() == ["A=2", "B=3"])
        #expect(container?["args"] == ["a", "b"])
    }

    @Test func aBudgetSaysOneThing() throws {
        let budget: Node = [
            "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": ["name": "istiod"],
            "spec": ["minAvailable": 1],
        ]
        let found = try Self.customized(["podDisruptionBudget": ["maxUnavailable": 1]], [budget])[0]
        #expect(found["spec"] == ["maxUnavailable": 1])
    }

    @Test func overlaysChangeAddAndRemove() throws {
        let way = "spec.template.spec.containers.[name:discovery]"
        let overlay: Node = [
            "kind": "Deployment", "name": "istiod",
            "patches": [
                ["path": Node("\(way).args.[1]"), "value": "c"],
                ["path": Node("\(way).args.[9]"), "value": "d"],
                ["path": Node("\(way).env.[name:A]")], ["path": "metadata.labels.new", "value": "x"],
            ],
        ]
        let found = try Self.customized(["overlays": [overlay]], [Self.istiod])[0]
        let container = found[["spec", "template", "spec", "containers"]]?.list?.first
        #expect(container?["args"] == ["a", "c", "d"])
        #expect(container?["env"]?.list?.isEmpty == true)
        #expect(found[["metadata", "labels", "new"]] == "x")
    }

    @Test func othersStayAsTheyAre() throws {
        let service: Node = ["apiVersion": "v1", "kind": "Service", "metadata": ["name": "other"]]
        #expect(try Self.customized(["service": ["type": "LoadBalancer"]], [service]) == [service])
    }
}

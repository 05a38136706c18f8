import Kubernetes
import Testing
import YAML

@testable import Installation

@Suite struct LiveFieldsTests {
    @Test func bookkeepingIsNoDifference() {
        let live: Node = [
            "metadata": ["name": "a", "resourceVersion": "5", "generation": 2, "managedFields": []],
            "spec": ["x": 1], "status": ["ready": true],
        ]
        #expect(!LiveFields.differ(live, ["metadata": ["name": "a"], "spec": ["x": 1]]))
        #expect(LiveFields.differ(live, ["metadata": ["name": "a"], "spec": ["x": 2]]))
        #expect(
            LiveFields.differ(live, ["metadata": ["name": "a", "labels": ["l": "v"]], "spec": ["x": 1]]))
    }

    @Test func aWebhookThatTheControlPlaneHasClosedStaysClosed() {
        let live: Node = [
            "webhooks": [["name": "a", "failurePolicy": "Fail", "clientConfig": ["caBundle": "Y2E="]]]
        ]
        let wanted: Node = [
            "kind": "ValidatingWebhookConfiguration",
            "webhooks": [
                ["name": "a", "failurePolicy": "Ignore", "clientConfig": ["url": "https://x"]], ["name": "b"],
            ],
        ]
        let kept = LiveFields.kept(of: live, in: wanted)
        #expect(kept["webhooks"]?.list?[0]["failurePolicy"] == "Fail")
        #expect(kept["webhooks"]?.list?[0][["clientConfig", "caBundle"]] == "Y2E=")
        #expect(kept["webhooks"]?.list?[1] == ["name": "b"])
        #expect(LiveFields.kept(of: live, in: ["kind": "Service"]) == ["kind": "Service"])
    }
}

@Suite struct ReadinessTests {
    private func missing(_ kind: String, _ object: Node?) -> String? {
        Readiness.missing(
            object, ResourceType(group: "apps", version: "v1", plural: "\(kind.lowercased())s", kind: kind))
    }

    @Test func aDeploymentIsReadyWhenAllItsPodsAreNewAndReady() {
        func deployment(_ status: Node, generation: Int = 1) -> Node {
            [
                "metadata": ["generation": Node(.int(Int64(generation)))], "spec": ["replicas": 2],
                "status": status,
            ]
        }
        let done: Node = ["observedGeneration": 1, "replicas": 2, "updatedReplicas": 2, "readyReplicas": 2]
        #expect(missing("Deployment", deployment(done)) == nil)
        #expect(missing("Deployment", deployment(done, generation: 2)) == "waiting for its controller")
        #expect(
            missing(
                "Deployment", deployment(["observedGeneration": 1, "updatedReplicas": 2, "readyReplicas": 1]))
                == "1 of 2 pods ready")
        #expect(
            missing(
                "Deployment",
                deployment(["observedGeneration": 1, "replicas": 3, "updatedReplicas": 2, "readyReplicas": 2])
            )
                == "1 old pods are left")
        #expect(missing("Deployment", nil) == "it is not there")
    }

    @Test func aDaemonSetNeedsAllNodesThatItIsMeantFor() {
        let status: Node = [
            "desiredNumberScheduled": 3, "updatedNumberScheduled": 3, "numberReady": 2,
        ]
        #expect(missing("DaemonSet", ["status": status]) == "2 of 3 nodes ready")
        // A cluster without nodes for it is no reason to wait.
        #expect(missing("DaemonSet", ["status": .emptyMap]) == nil)
    }

    @Test func aDefinitionHasToBeEstablished() {
        #expect(missing("CustomResourceDefinition", .emptyMap) == "not established")
        let status: Node = ["conditions": [["type": "Established", "status": "True"]]]
        #expect(missing("CustomResourceDefinition", ["status": status]) == nil)
    }
}

@Suite struct OwnershipTests {
    private func object(_ labels: Node, managers: [String] = ["istio-operator"], owner: Node? = nil) -> Node {
        var object: Node = ["metadata": ["name": "a", "labels": labels]]
        object.set(
            path: ["metadata", "managedFields"], Node(managers.map { ["manager": Node($0)] as Node }))
        if let owner { object.set(path: ["metadata", "ownerReferences"], [owner]) }
        return object
    }

    @Test func labelsAloneMakeNoOwner() {
        let labels: Node = ["operator.istio.io/component": "Pilot"]
        #expect(Ownership.isOwned(object(labels)))
        #expect(!Ownership.isOwned(object(labels, managers: ["kubectl-edit"])))
        #expect(!Ownership.isOwned(object(.emptyMap)))
        #expect(!Ownership.isOwned(object(labels, owner: ["kind": "Service", "name": "istiod"])))
    }

    @Test func whatIsToStayStays() {
        let labels: Node = [
            "operator.istio.io/component": "Pilot",
            "install.operator.istio.io/owning-resource-not-pruned": "true",
        ]
        #expect(!Ownership.isOwned(object(labels)))
    }
}

import Kubernetes
import Testing
import YAML

@testable import Sandbox

@Suite(.serialized, .timeLimit(.minutes(5))) struct WorkloadTests {
    private let forever = "sleep 1000"

    @Test func aDeploymentRollsOutAndBack() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            let client = world.client
            try await client.create(
                .deployments, Controlled.deployment("web", replicas: 2, command: forever))
            func status(_ version: String) async throws -> Node {
                try await Controlled.eventually {
                    let found = try client.get(.deployments, "default", "web")
                    return found?.annotation(DeploymentController.revision) == version
                        && found?.condition("Progressing")?["reason"] == "NewReplicaSetAvailable"
                        && found?[["status", "observedGeneration"]]?.int == found?.generation ? found : nil
                }
            }
            let first = try await status("1")
            #expect(first[["status", "availableReplicas"]] == 2 && first.hasCondition("Available"))
            var changed = Controlled.deployment("web", replicas: 2, command: forever, version: "2")
            changed.set(path: ["metadata", "resourceVersion"], nil)
            try await client.replace(.deployments, changed)
            _ = try await status("2")
            let sets = try client.list(.replicaSets, "default")
            #expect(sets.count == 2)
            #expect(sets.map { $0[["spec", "replicas"]]?.int ?? -1 }.sorted() == [0, 2])
            try await client.replace(
                .deployments, Controlled.deployment("web", replicas: 2, command: forever))
            _ = try await status("3")
            #expect(try client.list(.replicaSets, "default").count == 2)
            try await client.delete(.deployments, "default", "web")
            try await Controlled.eventually { try world.pods("web").isEmpty }
            #expect(try client.list(.replicaSets, "default").isEmpty)
        }
    }

    @Test func podsWithoutACommandStayPendingAndSayWhy() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(
                .deployments, Controlled.deployment("idle", replicas: 1, command: nil))
            let pod = try await Controlled.eventually {
                try world.pods("idle").first { $0[["status", "containerStatuses"]] != nil }
            }
            #expect(pod.phase == "Pending" && pod[["spec", "nodeName"]] == "sandbox")
            let waiting = pod[["status", "containerStatuses"]]?.list?.first?[["state", "waiting"]]
            #expect(waiting?["reason"] == "NotRunnable")
            #expect(waiting?["message"]?.string?.contains(PodCommand.annotation) == true)
            // Nothing has to end: it goes at once.
            try await world.client.delete(.deployments, "default", "idle")
            #expect(try world.pods("idle").isEmpty)
        }
    }

    @Test func aJobRunsUntilEnoughHaveSucceeded() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(.jobs, Self.job("count", "true", completions: 3, parallelism: 2))
            let job = try await Controlled.eventually {
                let job = try world.client.get(.jobs, "default", "count")
                return job?.hasCondition("Complete") == true ? job : nil
            }
            #expect(job[["status", "succeeded"]] == 3 && job[["status", "completionTime"]] != nil)
        }
    }

    @Test func aJobGivesUpAfterItsLimit() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(
                .jobs, Self.job("broken", "false", completions: 1, parallelism: 1, limit: 0))
            let job = try await Controlled.eventually {
                let job = try world.client.get(.jobs, "default", "broken")
                return job?.hasCondition("Failed") == true ? job : nil
            }
            #expect(job.condition("Failed")?["reason"] == "BackoffLimitExceeded")
            #expect(job[["status", "failed"]] == 1)
        }
    }

    private static func job(
        _ name: String, _ command: String, completions: Int64, parallelism: Int64, limit: Int64 = 6
    ) -> Node {
        [
            "apiVersion": "batch/v1", "kind": "Job",
            "metadata": ["name": Node(name), "namespace": "default"],
            "spec": [
                "completions": Node(completions), "parallelism": Node(parallelism),
                "backoffLimit": Node(limit),
                "template": [
                    "metadata": ["annotations": [PodCommand.annotation: Node(command)]],
                    "spec": [
                        "restartPolicy": "Never", "containers": [["name": "main", "image": "none"]],
                    ],
                ],
            ],
        ]
    }

    @Test func servicesKnowWhereTheirPodsAre() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(
                .services,
                [
                    "apiVersion": "v1", "kind": "Service",
                    "metadata": ["name": "web", "namespace": "default"],
                    "spec": [
                        "selector": ["app": "web"],
                        "ports": [["name": "http", "port": 80, "targetPort": 8080]],
                    ],
                ])
            try await world.client.create(.pods, Controlled.pod("web", forever))
            let slice = try await Controlled.eventually {
                try world.client.list(.endpointSlices, "default").first { slice in
                    slice["endpoints"]?.list?.first?[["conditions", "ready"]]?.bool == true
                }
            }
            let pod = try world.pod("web")
            #expect(slice["endpoints"]?.list?.first?["addresses"] == [pod?[["status", "podIP"]] ?? ""])
            #expect(slice["ports"]?.list?.first?["port"] == 8080)
            #expect(slice.label(EndpointsController.serviceLabel) == "web")
            try await Controlled.eventually {
                let endpoints = try world.client.get(.endpoints, "default", "web")
                return endpoints?["subsets"]?.list?.first?["addresses"]?.list?.count == 1
            }
        }
    }
}

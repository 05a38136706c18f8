import Kubernetes
import Testing
import YAML

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite(.serialized, .timeLimit(.minutes(5))) struct PodNodeTests {
    private func log(_ world: Controlled, _ pod: String, previous: Bool = false) async throws -> String {
        var target = "/api/v1/namespaces/default/pods/\(pod)/log"
        if previous { target += "?previous=true" }
        let response = await world.api.respond(to: APIRequest(method: "GET", target: target))
        guard case .stream(let stream) = response.body else { return "status \(response.status)" }
        var bytes: [UInt8] = []
        for await piece in stream { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aPodFindsItsEnvironmentAndNothingOfOurs() async throws {
        setenv("ISTIOCTL_TEST_SECRET", "hidden", 1)
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(
                .pods,
                Controlled.pod("env", "env", policy: "Never", env: [["name": "COLOUR", "value": "red"]]))
            try await Controlled.eventually { try world.pod("env")?.phase == "Succeeded" }
            let lines = Set(try await log(world, "env").split(separator: "\n").map(String.init))
            let address = try world.pod("env")?[["status", "podIP"]]?.string ?? ""
            #expect(address.hasPrefix("127.128."))
            for line in [
                "COLOUR=red", "POD_NAME=env", "POD_IP=\(address)", "KUBERNETES_SERVICE_PORT=6443",
            ] { #expect(lines.contains(line), "\(line) is not in \(lines)") }
            #expect(!lines.contains { $0.hasPrefix("ISTIOCTL_TEST_SECRET") })
        }
    }

    @Test func aContainerThatFailsIsStartedAgainLater() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(.pods, Controlled.pod("crash", "sh -c 'echo oops >&2; exit 7'"))
            let status = try await Controlled.eventually {
                let status = try world.pod("crash")?[["status", "containerStatuses"]]?.list?.first
                return status?[["state", "waiting", "reason"]] == "CrashLoopBackOff" ? status : nil
            }
            #expect(status["restartCount"] == 1)
            #expect(status[["lastState", "terminated", "exitCode"]] == 7)
            #expect(try await log(world, "crash", previous: true) == "oops\n")
        }
    }

    @Test func aDeletedPodGetsItsTimeToEnd() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            let script = "sh -c 'trap \"echo bye; exit 0\" TERM; echo up; while true; do sleep 0.05; done'"
            try await world.client.create(.pods, Controlled.pod("polite", script, grace: 30))
            try await Controlled.eventually { try await log(world, "polite") == "up\n" }
            let run = try #require(world.node.run(of: Self.key("polite")))
            let kept = try #require(await run.log(of: "main"))
            try await world.client.delete(.pods, "default", "polite")
            // It is there until it has ended, and says when it must have.
            #expect(try world.pod("polite").map { $0.isEnding } ?? true)
            try await Controlled.eventually { try world.pod("polite") == nil }
            #expect(kept.isClosed)
        }
    }

    @Test func nothingOutlivesItsPod() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            // A child that ignores the polite signal.
            let script = "sh -c '(trap \"\" TERM; sleep 1000) & echo $!; wait'"
            try await world.client.create(.pods, Controlled.pod("stubborn", script, grace: 1))
            let child = try await Controlled.eventually {
                Int32(try await log(world, "stubborn").split(separator: "\n").first ?? "")
            }
            #expect(kill(child, 0) == 0)
            try await world.client.delete(.pods, "default", "stubborn", gracePeriod: 0)
            #expect(try world.pod("stubborn") == nil)
            try await Controlled.eventually { kill(child, 0) != 0 || Self.isZombie(child) }
        }
    }

    @Test func whatAKilledSandboxLeftIsEnded() async throws {
        try await TemporaryDirectory.with { path in
            let directory = PodDirectory(path: path + "/pods")
            let home = try directory.make("1")
            let process = try LocalProcess(
                ContainerCommand(words: ["sleep", "1000"], hasInput: false, hasTerminal: false),
                environment: ["PATH": "/usr/bin:/bin"], directory: home)
            directory.remember(process.pid, "1", "main")
            directory.endOrphans()
            #expect(await process.exitStatus() == 128 + SIGKILL)
        }
    }

    @Test func aProgramThatIsNotThereIsNamed() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(.pods, Controlled.pod("none", "no-such-program-here"))
            let waiting = try await Controlled.eventually {
                let status = try world.pod("none")?[["status", "containerStatuses"]]?.list?.first
                return status?[["state", "waiting", "reason"]] == "RunContainerError"
                    ? status?[["state", "waiting"]] : nil
            }
            #expect(waiting["message"]?.string?.contains("no-such-program-here") == true)
        }
    }

    @Test func aCordonedNodeTakesNoPods() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await Controlled.eventually {
                try world.client.get(.nodes, "", PodNode.nodeName)?.hasCondition("Ready") ?? false
            }
            func cordon(_ isCordoned: Bool) async throws {
                try await world.client.merge(
                    .nodes, "", PodNode.nodeName, ["spec": ["unschedulable": Node(isCordoned)]])
            }
            try await cordon(true)
            try await world.client.create(.pods, Controlled.pod("late", "sleep 1000"))
            try await Controlled.eventually {
                try world.pod("late")?.condition("PodScheduled")?["reason"] == "Unschedulable"
            }
            #expect(try world.pod("late")?[["spec", "nodeName"]] == nil)
            try await cordon(false)
            try await Controlled.eventually { try world.pod("late")?.isReadyPod ?? false }
        }
    }

    private static func key(_ name: String) -> ObjectKey {
        ObjectKey(group: "", plural: "pods", namespace: "default", name: name)
    }

    /// Ended, and nobody has asked how.
    private static func isZombie(_ pid: Int32) -> Bool {
        let stat = (try? PrivateFile.read("/proc/\(pid)/stat", limit: 4_096)) ?? []
        return String(decoding: stat, as: UTF8.self).contains(") Z ")
    }
}

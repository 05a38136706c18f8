import Testing
import YAML

@testable import Kubernetes

/// Patches through kubectl: its own command, since it sends no raw ones.
@Suite struct KubectlPatchTests {
    private func patch(
        _ format: Patch.Format, _ outcome: ProcessOutcome, _ options: WriteOptions = WriteOptions(),
        type: ResourceType = FaultTests.rules, name: String = "a"
    ) async throws -> (answer: Node, command: ProcessCommand?) {
        let processes = FakeProcesses([outcome])
        var environment = Fixture.environment(["PATH": "/bin"])
        environment.processes = processes
        var configuration = Fixture.configuration()
        configuration.kubectlArguments = ["--context=here"]
        let cluster = KubectlCluster(configuration, in: environment, Fixture.settings())
        let answer = try await cluster.patch(
            type, namespace: "books", name: name, Patch(format, ["spec": [:]]), options)
        return (answer, processes.commands.first)
    }

    private let done = ProcessOutcome(exitStatus: 0, output: Array("{\"kind\":\"RouteRule\"}".utf8))

    @Test(arguments: [
        (Patch.Format.json, "json"), (.merge, "merge"), (.strategicMerge, "strategic"),
    ])
    func thePatchIsReadFromStandardInput(_ format: Patch.Format, _ type: String) async throws {
        let (answer, command) = try await patch(format, done)
        #expect(answer == ["kind": "RouteRule"])
        #expect(command?.program == "kubectl")
        #expect(
            command?.arguments == [
                "--context=here", "patch", "--type=\(type)", "--patch-file=/dev/stdin", "--output=json",
                "--show-managed-fields", "--namespace=books", "--field-manager=istioctl", "--",
                "routerules.v1alpha2.config.istio.io", "a",
            ])
        #expect(command?.input == Array("{\"spec\":{}}".utf8))
    }

    @Test func anApplyIsOneOfTheServers() async throws {
        var options = WriteOptions(isDryRun: true)
        options.forcesConflicts = true
        let (_, command) = try await patch(.apply, done, options)
        #expect(command?.arguments.contains("--force-conflicts") == true)
        #expect(command?.arguments.contains("--server-side") == true)
        #expect(command?.arguments.contains("--dry-run=server") == true)
    }

    @Test func coreTypesHaveNoGroup() async throws {
        let (_, command) = try await patch(.merge, done, type: RequestTests.service)
        #expect(command?.arguments.suffix(3) == ["--", "services", "a"])
    }

    @Test(arguments: ["-h", "--all", "a/b", "..", ""]) func oddNamesDoNoHarm(_ name: String) async throws {
        do {
            let (_, command) = try await patch(.merge, done, name: name)
            #expect(command?.arguments.suffix(3).first == "--")
        } catch is ClusterError {}
    }

    @Test(arguments: [
        ("Error from server (Conflict): stale\n", 409),
        ("Error from server (NotFound): routerules \"a\" not found\n", 404),
        ("The RouteRule \"a\" is invalid: spec\n", 422),
        ("error: Apply failed with 1 conflict: conflict with \"x\": .spec\nPlease review the fields\n", 409),
        ("error: Server-side apply not available on the server: (hint: remove the flag): x\n", 415),
        ("error: unprintable (Forbidden)\n", 0),
    ])
    func refusalsAreRead(_ text: String, _ code: Int) async throws {
        let outcome = ProcessOutcome(exitStatus: 1, output: [], errors: Array(text.utf8))
        do {
            _ = try await patch(.merge, outcome)
            Issue.record("accepted")
        } catch ClusterError.status(let status) {
            #expect(status.code == code)
        } catch is ClusterError {
            #expect(code == 0)
        }
    }

    @Test(arguments: ["", "routerule patched", "{\"kind\":"]) func otherOutputIsMalformed(_ text: String)
        async throws
    {
        await #expect {
            try await patch(.merge, ProcessOutcome(exitStatus: 0, output: Array(text.utf8)))
        } throws: { error in
            if case ClusterError.malformed = error { true } else { false }
        }
    }
}

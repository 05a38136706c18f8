import IstioAPI
import Kubernetes
import Schema
import Testing
import YAML

@testable import Commands

/// Lines go where the closures put them; the engine calls them from one task only.
private final class Lines: @unchecked Sendable {
    var done: [String] = []
    var failed: [String] = []
}

struct MutationTests {
    private static let rule = Legacy.RouteRule.kind
    private static let service = VirtualService.kind

    private func intent(_ kind: Kind, _ name: String, _ object: Node = [:]) -> Intent {
        Intent(kind, named: name, object)
    }

    private func run(
        _ operation: Operation, _ intents: [Intent], on cluster: RecordingCluster, dryRun: DryRun = .none,
        ignoresMissing: Bool = false
    ) async -> (lines: Lines, failures: Int) {
        let lines = Lines()
        let mutation = Mutation(
            operation: operation, cluster: cluster, dryRun: dryRun, ignoresMissing: ignoresMissing)
        let tally = await mutation.run(
            intents, done: { lines.done.append($0) }, failed: { lines.failed.append($0) })
        return (lines, tally.failures)
    }

    @Test func createsInOrderAndReportsEach() async {
        let cluster = RecordingCluster()
        let result = await run(.create, [intent(Self.rule, "a"), intent(Self.service, "b")], on: cluster)
        #expect(
            await cluster.requests == ["create routerules/default/a", "create virtualservices/default/b"])
        #expect(
            result.lines.done == [
                "Created config route-rule/default/a at revision 7",
                "virtualservice.networking.istio.io/b created",
            ])
        #expect(result.failures == 0)
    }

    @Test func goesOnAfterAFailure() async {
        let refused = ClusterError.status(APIStatus(code: 403, reason: "Forbidden", message: "no, Ann"))
        let cluster = RecordingCluster(failing: ["create routerules/default/a": refused])
        let result = await run(.create, [intent(Self.rule, "a"), intent(Self.rule, "b")], on: cluster)
        #expect(result.lines.done == ["Created config route-rule/default/b at revision 7"])
        #expect(
            result.lines.failed == [
                "cannot create route-rule/default/a: no, Ann", "1 of 2 objects could not be created",
            ])
        #expect(result.failures == 1)
    }

    @Test func replacesAtTheStoredRevision() async {
        let cluster = RecordingCluster(["routerules/default/a": ["metadata": ["resourceVersion": "5"]]])
        let result = await run(.replace, [intent(Self.rule, "a")], on: cluster)
        #expect(await cluster.requests == ["get routerules/default/a", "replace routerules/default/a"])
        #expect(await cluster.bodies.first?[["metadata", "resourceVersion"]] == "5")
        #expect(result.lines.done == ["Updated config route-rule/default/a to revision 8"])
    }

    @Test func replacesAtTheRevisionOfTheFile() async {
        let cluster = RecordingCluster()
        let object: Node = ["metadata": ["resourceVersion": "3"]]
        _ = await run(.replace, [intent(Self.rule, "a", object)], on: cluster)
        #expect(await cluster.requests == ["replace routerules/default/a"])
        #expect(await cluster.bodies.first?[["metadata", "resourceVersion"]] == "3")
    }

    @Test func tellsOfConflicts() async {
        let conflict = ClusterError.status(APIStatus(code: 409, reason: "Conflict", message: "changed"))
        let cluster = RecordingCluster(
            ["routerules/default/a": [:]], failing: ["replace routerules/default/a": conflict])
        let result = await run(.replace, [intent(Self.rule, "a")], on: cluster)
        #expect(result.lines.failed.first?.contains("someone changed it meanwhile") == true)
    }

    @Test func replacingWhatIsNotThereSendsNoWrite() async {
        let cluster = RecordingCluster()
        let result = await run(.replace, [intent(Self.rule, "a")], on: cluster)
        #expect(await cluster.requests == ["get routerules/default/a"])
        #expect(result.lines.failed == ["cannot replace route-rule/default/a: not found"])
    }

    @Test func deletes() async {
        let cluster = RecordingCluster(["routerules/default/a": [:]])
        let result = await run(.delete, [intent(Self.rule, "a"), intent(Self.rule, "b")], on: cluster)
        #expect(result.lines.done == ["Deleted config: route-rule/default/a"])
        #expect(result.lines.failed.first == "cannot delete route-rule/default/b: not found")
        let ignoring = await run(.delete, [intent(Self.rule, "b")], on: cluster, ignoresMissing: true)
        #expect(ignoring.failures == 0)
        #expect(ignoring.lines.done == ["route-rule/default/b was not there"])
    }

    @Test(arguments: ["a/b", "..", "a%2Fb", ""])
    func namesThatWouldLeadElsewhereAreRefused(name: String) async {
        let cluster = RecordingCluster()
        let result = await run(.delete, [intent(Self.rule, name)], on: cluster)
        #expect(await cluster.requests.isEmpty)
        #expect(result.failures == 1)
    }

    @Test func clientDryRunSendsNothing() async {
        let cluster = RecordingCluster()
        for operation in [Operation.create, .replace, .delete] {
            let result = await run(operation, [intent(Self.rule, "a")], on: cluster, dryRun: .client)
            #expect(result.lines.done == ["route-rule/default/a \(operation.done) (dry run)"])
        }
        #expect(await cluster.requests.isEmpty)
    }

    @Test func serverDryRunAsksTheServerToKeepNothing() async {
        let cluster = RecordingCluster()
        let result = await run(.create, [intent(Self.service, "a")], on: cluster, dryRun: .server)
        #expect(await cluster.requests == ["dry create virtualservices/default/a"])
        #expect(result.lines.done == ["virtualservice.networking.istio.io/a created (server dry run)"])
    }

    /// The exit status tells a cluster that is away from one that refuses.
    @Test(arguments: [
        (1, 0, ExitCode.failed), (2, 1, .failed), (2, 2, .unavailable),
    ])
    func endsByWhatHappened(_ failures: Int, _ unavailable: Int, _ code: ExitCode) {
        let tally = Mutation.Tally(failures: failures, unavailable: unavailable)
        #expect(throws: Failure(reported: code)) { try tally.end() }
    }

    @Test func endsWellWithoutFailures() throws { try Mutation.Tally().end() }
}

import IstioAPI
import Kubernetes
import Schema
import Synchronization
import Testing

@testable import Commands

/// What holds when several requests are under way.
@Suite(.timeLimit(.minutes(1))) struct MutationOrderTests {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private static func rules(_ names: String...) -> [Intent] {
        names.map { Intent(Legacy.RouteRule.kind, named: $0) }
    }

    private static func created(_ name: String) -> String {
        "Created config route-rule/default/\(name) at revision 7"
    }

    private func run(_ intents: [Intent], on cluster: GatedCluster, width: Int = 8, into lines: Lines)
        async -> Int
    {
        let mutation = Mutation(
            operation: .create, cluster: cluster, dryRun: .none,
            window: RequestWindow(width: width, lead: 0))
        return await mutation.run(
            intents, done: { lines.add($0) }, failed: { lines.add("Error: " + $0) }
        ).failures
    }

    @Test func linesKeepTheOrderOfTheFile() async {
        let (cluster, lines) = (GatedCluster(), Lines())
        async let failures = run(Self.rules("a", "b", "c", "d"), on: cluster, width: 3, into: lines)
        await cluster.waits(for: "a", "b", "c")
        await cluster.open("c")
        // That d left shows that c has arrived.
        await cluster.waits(for: "d")
        #expect(lines.all.isEmpty)
        await cluster.open("a", "b", "d")
        #expect(await failures == 0)
        #expect(lines.all == ["a", "b", "c", "d"].map(Self.created))
    }

    @Test func aLineComesAsSoonAsThoseBeforeIt() async {
        let (cluster, lines) = (GatedCluster(), Lines())
        async let failures = run(Self.rules("a", "b", "c", "d"), on: cluster, width: 2, into: lines)
        await cluster.waits(for: "a", "b")
        await cluster.open("a", "b")
        await cluster.waits(for: "c", "d")
        #expect(lines.all == ["a", "b"].map(Self.created))
        await cluster.open("c", "d")
        #expect(await failures == 0)
    }

    @Test func aFailureStandsInItsPlaceAndHidesNoOther() async {
        let (cluster, lines) = (GatedCluster(failing: ["b"]), Lines())
        await cluster.open("a", "b", "c")
        #expect(await run(Self.rules("a", "b", "c"), on: cluster, into: lines) == 1)
        #expect(
            lines.all == [
                Self.created("a"), "Error: cannot create route-rule/default/b: no, Ann", Self.created("c"),
                "Error: 1 of 3 objects could not be created",
            ])
    }

    @Test func noMoreThanTheWidthAreUnderWay() async {
        let (cluster, lines) = (GatedCluster(), Lines())
        let names = (0..<12).map { "r\($0)" }
        let intents = names.map { Intent(Legacy.RouteRule.kind, named: $0) }
        async let failures = run(intents, on: cluster, into: lines)
        await cluster.waits(for: Array(names.prefix(8)))
        for (name, next) in zip(names, names.dropFirst(8)) {
            await cluster.open(name)
            await cluster.waits(for: next)
        }
        await cluster.open(names)
        #expect(await failures == 0)
        #expect(await cluster.peak == 8)
    }

    @Test func aNamespaceIsThereBeforeWhatFollows() async throws {
        let (cluster, lines) = (GatedCluster(), Lines())
        let namespace = Intent(try #require(Catalog.kind(group: "", name: "Namespace")), named: "ns")
        async let failures = run(
            Self.rules("a", "b") + [namespace] + Self.rules("c", "d"), on: cluster, into: lines)
        await cluster.waits(for: "a", "b")
        await cluster.open("b", "a")
        await cluster.waits(for: "ns")
        #expect(await cluster.events.filter { $0.hasPrefix("-") }.sorted() == ["-a", "-b"])
        await cluster.open("ns")
        await cluster.waits(for: "c", "d")
        let events = await cluster.events
        #expect(events.prefix(6).suffix(2) == ["+ns", "-ns"])
        await cluster.open("c", "d")
        #expect(await failures == 0)
    }

    @Test func oneObjectTwiceIsCreatedOneAfterTheOther() async {
        let (cluster, lines) = (GatedCluster(), Lines())
        async let failures = run(Self.rules("a", "a", "b"), on: cluster, into: lines)
        await cluster.waits(for: "a")
        await cluster.open("a", "b")
        #expect(await failures == 0)
        #expect(await cluster.events.filter { $0.hasSuffix("a") } == ["+a", "-a", "+a", "-a"])
        #expect(lines.all == ["a", "a", "b"].map(Self.created))
    }

    @Test func nothingNewLeavesOnceTheTaskIsCancelled() async {
        let (cluster, lines) = (GatedCluster(), Lines())
        let task = Task {
            await run(Self.rules("a", "b", "c", "d"), on: cluster, width: 2, into: lines)
        }
        await cluster.waits(for: "a", "b")
        task.cancel()
        await cluster.open("a", "b", "c", "d")
        #expect(await task.value == 2)
        #expect(await cluster.events.filter { $0.hasPrefix("+") }.sorted() == ["+a", "+b"])
        #expect(
            lines.all == ["a", "b"].map(Self.created) + ["Error: 2 of 4 objects could not be created"])
    }
}

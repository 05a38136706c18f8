import Synchronization
import Testing
import YAML

@testable import Kubernetes

/// Following a list while connections end, events get lost, and servers go away.
@Suite struct WatcherTests {
    private struct Enough: Error {}

    private static func list(_ version: String, _ names: String...) -> HTTPResponse {
        let items: [Node] = names.map { ["metadata": ["name": Node($0)]] }
        return FakeAPI.json(
            200, ["metadata": ["resourceVersion": Node(version)], "items": Node(items)])
    }

    private static func events(_ events: Node...) -> HTTPResponse {
        HTTPResponse(status: 200, bytes: events.flatMap { JSONWriter.bytes($0) + [0x0A] })
    }

    private static func event(_ type: String, _ name: String, _ version: String) -> Node {
        [
            "type": Node(type),
            "object": ["metadata": ["name": Node(name), "resourceVersion": Node(version)]],
        ]
    }

    /// What the body heard until there were so many changes, and the interruptions.
    private func follow(_ transport: ScriptedTransport, until count: Int, limit: Int = 3) async throws
        -> (changes: [String], interruptions: Int)
    {
        var settings = Fixture.settings(tries: 0)
        settings.retries.unaskedLimit = 0
        let watcher = Watcher(
            Fixture.cluster(transport, settings), FaultTests.rules, failureLimit: limit,
            firstWait: .milliseconds(1))
        var changes: [String] = []
        var interruptions = 0
        do {
            try await watcher.follow { _ in
                interruptions += 1
            } _: { change in
                switch change {
                case .all(let items): changes.append("=\(items.compactMap(Self.name).joined(separator: ","))")
                case .added(let object): changes.append("+" + (Self.name(object) ?? ""))
                case .modified(let object): changes.append("~" + (Self.name(object) ?? ""))
                case .deleted(let object): changes.append("-" + (Self.name(object) ?? ""))
                }
                if changes.count == count { throw Enough() }
            }
        } catch is Enough {}
        return (changes, interruptions)
    }

    private static func name(_ object: Node) -> String? { object[["metadata", "name"]]?.string }

    private func versions(_ transport: ScriptedTransport) -> [Substring] {
        transport.requests.map { request in
            request.target.split(separator: "resourceVersion=").dropFirst().first?.prefix { $0 != "&" } ?? ""
        }
    }

    @Test func goesOnWhereTheLastConnectionEnded() async throws {
        let transport = ScriptedTransport(
            { Self.list("5", "a") }, { Self.events(Self.event("MODIFIED", "a", "6")) },
            { Self.events(["type": "BOOKMARK", "object": ["metadata": ["resourceVersion": "9"]]]) },
            { Self.events(Self.event("DELETED", "a", "10")) })
        let seen = try await follow(transport, until: 3)
        #expect(seen.changes == ["=a", "~a", "-a"])
        #expect(seen.interruptions == 0)
        #expect(versions(transport) == ["", "5", "6", "9"])
    }

    @Test(arguments: [true, false]) func listsAnewWhenTheVersionIsTooOld(asEvent: Bool) async throws {
        let expired = FakeAPI.status(410, "Expired")
        let transport = ScriptedTransport(
            { Self.list("5", "a") },
            {
                asEvent
                    ? Self.events(["type": "ERROR", "object": expired]) : FakeAPI.json(410, expired)
            }, { Self.list("20", "b") }, { Self.events(Self.event("ADDED", "c", "21")) })
        let seen = try await follow(transport, until: 3)
        #expect(seen.changes == ["=a", "=b", "+c"])
        #expect(versions(transport) == ["", "5", "", "20"])
    }

    @Test func alwaysTooOldEnds() async throws {
        let transport = ScriptedTransport(
            { Self.list("5", "a") }, { FakeAPI.json(410, FakeAPI.status(410, "Expired")) })
        await #expect(throws: ClusterError.self) { try await follow(transport, until: 100) }
    }

    @Test func aLostServerIsToldOnceAndWaitedFor() async throws {
        let transport = ScriptedTransport(
            { Self.list("5", "a") }, { throw TransportError.unreachable("gone") },
            { HTTPResponse(status: 503) }, { HTTPResponse(status: 200, bytes: Array("{\"type\":".utf8)) },
            { Self.events(Self.event("ADDED", "b", "6")) })
        let seen = try await follow(transport, until: 2)
        #expect(seen.changes == ["=a", "+b"])
        #expect(seen.interruptions == 1)
    }

    @Test func aServerThatStaysAwayEndsIt() async throws {
        let transport = ScriptedTransport({ Self.list("5") }, { throw TransportError.unreachable("gone") })
        await #expect(throws: ClusterError.self) { try await follow(transport, until: 2, limit: 3) }
        #expect(transport.requests.count == 5)
    }

    @Test func aServerThatNeverWasThereEndsItAtOnce() async throws {
        let transport = ScriptedTransport({ throw TransportError.unreachable("connection refused") })
        await #expect(throws: ClusterError.self) { try await follow(transport, until: 1) }
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [401, 403, 404]) func aRefusalEndsIt(_ code: Int) async throws {
        let transport = ScriptedTransport(
            { Self.list("5", "a") }, { FakeAPI.json(code, FakeAPI.status(code, "Refused")) })
        await #expect(throws: ClusterError.self) { try await follow(transport, until: 2) }
        #expect(transport.requests.count == 2)
    }
}

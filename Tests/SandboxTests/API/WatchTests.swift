import Testing
import YAML

@testable import Sandbox

@Suite(.timeLimit(.minutes(3))) struct WatchTests {
    private static func texts(_ events: [Node]) -> [String] {
        events.map { "\($0["type"]?.string ?? "") \($0["object"]?["metadata"]?["name"]?.string ?? "")" }
    }

    @Test func aWatchWithoutAVersionBeginsWithWhatThereIs() async throws {
        let api = try await Asking()
        try await api.make("a")
        async let events = api.events(Asking.rules + "?watch=true", 2)
        try await Task.sleep(for: .milliseconds(50))
        try await api.make("b")
        #expect(Self.texts(try await events) == ["ADDED a", "ADDED b"])
    }

    @Test func aWatchResumesFromItsVersion() async throws {
        let api = try await Asking()
        let made = try await api.make("a")
        let version = try #require(made["metadata"]?["resourceVersion"]?.string)
        try await api.make("b")
        let changed = made.setting("spec", Asking.rule("a", weight: 10)["spec"])
        _ = try await api.ask("PUT", Asking.rules + "/a", changed)
        _ = try await api.ask("DELETE", Asking.rules + "/b")
        let events = try await api.events(Asking.rules + "?watch=1&resourceVersion=\(version)", 3)
        #expect(Self.texts(events) == ["ADDED b", "MODIFIED a", "DELETED b"])
        let versions = events.compactMap { $0["object"]?["metadata"]?["resourceVersion"]?.string }
        #expect(versions.compactMap(Int.init) == versions.compactMap(Int.init).sorted())
    }

    @Test func objectsEnterAndLeaveASelector() async throws {
        let api = try await Asking()
        let made = try await api.make("a")
        let version = try #require(made["metadata"]?["resourceVersion"]?.string)
        for value in ["x", "x2", "y"] {
            let patch: Node = [
                "metadata": ["labels": ["app": Node(value.first == "x" ? "x" : "y"), "v": Node(value)]]
            ]
            _ = try await api.ask(
                "PATCH", Asking.rules + "/a", patch, type: "application/merge-patch+json")
        }
        let query = "?watch=1&resourceVersion=\(version)&labelSelector=app=x"
        #expect(
            Self.texts(try await api.events(Asking.rules + query, 3)) == [
                "ADDED a", "MODIFIED a", "DELETED a",
            ])
    }

    @Test func tooOldAVersionIsAnErrorEvent() async throws {
        var limits = SandboxStore.Limits()
        limits.history = 5
        limits.slack = 1
        let api = try await Asking(.none, try SandboxStore(limits: limits))
        for number in 0..<20 { try await api.make("n\(number)") }
        let events = try await api.events(Asking.rules + "?watch=1&resourceVersion=104", 1)
        #expect(events.first?["type"] == "ERROR" && events.first?["object"]?["code"] == 410)
    }

    @Test func aWatchEndsWhenItsTimeIsUp() async throws {
        let api = try await Asking()
        let query = "?watch=1&timeoutSeconds=1&allowWatchBookmarks=true"
        let events = try await api.events(Asking.rules + query, 5)
        #expect(events.count == 1 && events[0]["type"] == "BOOKMARK")
    }

    @Test func initialEventsEndWithABookmark() async throws {
        let api = try await Asking()
        try await api.make("a")
        let query =
            "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
        let events = try await api.events(Asking.rules + query, 2)
        #expect(Self.texts(events).first == "ADDED a")
        let annotations = events.last?["object"]?["metadata"]?["annotations"]
        #expect(annotations?["k8s.io/initial-events-end"] == "true")
    }

    @Test func aLongFirstStateComesInPagesOfOneRevision() async throws {
        let store = try SandboxStore()
        let api = try await Asking(.none, store)
        let names = (1_000..<2_100).map { "n\($0)" }
        @Sendable func key(_ name: String) -> ObjectKey {
            ObjectKey(group: "config.istio.io", plural: "routerules", namespace: "default", name: name)
        }
        try await store.write { transaction in
            for name in names {
                let body = StoredObject.body(of: ["metadata": ["name": Node(name)]])
                _ = try transaction.create(key(name), uid: name, body: body)
            }
        }
        let target = Asking.rules + "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
        let response = await api.server.respond(to: APIRequest(method: "GET", target: target))
        guard case .stream(let stream) = response.body else {
            Issue.record("no stream")
            return
        }
        var texts: [String] = []
        for await bytes in stream {
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            #expect(lines.count <= 501)
            if texts.isEmpty {
                _ = try await store.write { try $0.delete(key("n2050"), expecting: .init()) }
            }
            texts += Self.texts(try lines.map { try JSONReader.node(Array($0)) })
            if texts.count == names.count + 2 { break }
        }
        #expect(texts == names.map { "ADDED \($0)" } + ["BOOKMARK ", "DELETED n2050"])
    }

    @Test func thereAreOnlySoManyWatches() async throws {
        var limits = APILimits()
        limits.watches = 1
        let api = try await Asking(limits: limits)
        let request = APIRequest(method: "GET", target: Asking.rules + "?watch=1")
        let first = await api.server.respond(to: request)
        #expect(await api.server.respond(to: request).status == 429)
        #expect(first.status == 200)
    }

    @Test func closingTheStoreEndsWatches() async throws {
        let store = try SandboxStore()
        let api = try await Asking(.none, store)
        async let events = api.events(Asking.rules + "?watch=1", 5)
        try await Task.sleep(for: .milliseconds(50))
        store.close()
        #expect(try await events.count <= 1)
    }
}

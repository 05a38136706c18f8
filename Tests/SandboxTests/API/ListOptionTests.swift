import Testing
import YAML

@testable import Sandbox

/// What the queries of lists and watches may say.
@Suite(.timeLimit(.minutes(3))) struct ListOptionTests {
    @Test(arguments: [
        ("resourceVersionMatch=Exact", "is forbidden unless resourceVersion is provided"),
        ("resourceVersionMatch=Exact&resourceVersion=0", "is forbidden for resourceVersion \"0\""),
        ("resourceVersionMatch=Near&resourceVersion=5", "Unsupported value: \"Near\""),
        ("sendInitialEvents=true", "sendInitialEvents is forbidden for list"),
        ("watch=1&sendInitialEvents=true", "requires setting resourceVersionMatch to NotOlderThan"),
        ("watch=1&resourceVersionMatch=NotOlderThan", "unless sendInitialEvents is provided"),
    ]) func optionsThatDoNotGoTogetherAreInvalid(query: String, why: String) async throws {
        let (status, body) = try await Asking().ask("GET", Asking.rules + "?" + query)
        #expect(status == 422 && body["reason"] == "Invalid")
        #expect(body["message"]?.string?.contains(why) == true, "\(body)")
    }

    @Test func pagesTellHowMuchIsLeft() async throws {
        let api = try await Asking()
        for name in ["a", "b", "c", "d", "e"] { try await api.make(name) }
        let first = try await api.ask("GET", Asking.rules + "?limit=2").body
        #expect(first[["metadata", "remainingItemCount"]] == 3)
        let second = try await api.ask("GET", Asking.rules + "?limit=2&continue=" + token(first)).body
        #expect(second[["metadata", "remainingItemCount"]] == 1)
        let third = try await api.ask("GET", Asking.rules + "?limit=2&continue=" + token(second)).body
        #expect(third[["metadata", "remainingItemCount"]] == nil && token(third) == "")
        let chosen = try await api.ask("GET", Asking.rules + "?limit=2&labelSelector=!x").body
        #expect(chosen[["metadata", "remainingItemCount"]] == nil, "with a selector nobody has counted")
    }

    private func token(_ list: Node) -> String {
        let text = list[["metadata", "continue"]]?.string ?? ""
        return text.split(separator: "=", omittingEmptySubsequences: false).joined(separator: "%3D")
    }

    @Test func aListThatIsGoneCanBeGoneOnWithAsItIsNow() async throws {
        var limits = SandboxStore.Limits()
        limits.history = 5
        limits.slack = 1
        let api = try await Asking(.none, try SandboxStore(limits: limits))
        for name in ["a", "b", "c"] { try await api.make(name) }
        let first = try await api.ask("GET", Asking.rules + "?limit=1").body
        for number in 0..<20 { try await api.make("n\(number)") }
        let gone = try await api.ask("GET", Asking.rules + "?continue=" + token(first))
        #expect(gone.status == 410)
        let rest = try await api.ask("GET", Asking.rules + "?continue=" + token(gone.body))
        #expect(rest.status == 200 && rest.body["items"]?.list?.count == 22)
    }

    @Test func aTokenNamesItsVersionItself() async throws {
        let api = try await Asking()
        for name in ["a", "b"] { try await api.make(name) }
        let first = try await api.ask("GET", Asking.rules + "?limit=1").body
        let query = "?resourceVersion=5&continue=" + token(first)
        #expect(try await api.ask("GET", Asking.rules + query).status == 400)
    }

    @Test(arguments: [
        ("status.phase=Running", ["b"]), ("status.phase!=Running", ["a"]), ("spec.nodeName=", ["a"]),
        ("spec.nodeName=sandbox,metadata.name=b", ["b"]), ("spec.hostNetwork=false", ["a", "b"]),
    ]) func fieldsOfPodsSelect(selector: String, expected: [String]) async throws {
        let api = try await Asking()
        let pods = "/api/v1/namespaces/default/pods"
        for (name, node, phase) in [("a", "", "Pending"), ("b", "sandbox", "Running")] {
            var pod: Node = [
                "metadata": ["name": Node(name)],
                "spec": ["containers": [["name": "main", "image": "main:1"]]],
            ]
            if !node.isEmpty { pod.set(path: ["spec", "nodeName"], Node(node)) }
            #expect(try await api.ask("POST", pods, pod).status == 201)
            let patch: Node = ["status": ["phase": Node(phase)]]
            _ = try await api.ask(
                "PATCH", pods + "/\(name)/status", patch, type: "application/merge-patch+json")
        }
        let escaped = selector.split(separator: "=", omittingEmptySubsequences: false).joined(
            separator: "%3D")
        let list = try await api.ask("GET", pods + "?fieldSelector=" + escaped).body
        #expect((list["items"]?.list ?? []).map { $0[["metadata", "name"]]?.string } == expected)
    }

    @Test func fieldsThatAreNotOffered() async throws {
        let api = try await Asking()
        let refused = try await api.ask("GET", "/api/v1/pods?fieldSelector=spec.dnsPolicy%3DNone")
        #expect(refused.status == 400)
        #expect(
            refused.body["message"]?.string?.hasPrefix("field label not supported: spec.dnsPolicy") == true)
        let unreadable = try await api.ask("GET", "/api/v1/pods?fieldSelector=x")
        #expect(unreadable.status == 400)
    }

    @Test func aWatchOfWhatComesFromNowOn() async throws {
        let api = try await Asking()
        try await api.make("before")
        let query = "?watch=1&sendInitialEvents=false&resourceVersionMatch=NotOlderThan"
        async let events = api.events(Asking.rules + query, 1)
        try await Task.sleep(for: .milliseconds(100))
        try await api.make("after")
        #expect(try await events.first?[["object", "metadata", "name"]] == "after")
    }

    @Test func versionsOfTheFutureAreWaitedForInVain() async throws {
        let api = try await Asking()
        try await api.make("a")
        #expect(try await api.ask("GET", Asking.rules + "/a?resourceVersion=99999").status == 504)
    }
}

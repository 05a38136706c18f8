import IstioAPI
import Schema
import Testing
import YAML

@testable import Sandbox

/// Who owns what after a series of writes, without any server.
@Suite struct FieldOwnershipTests {
    /// An object under several writers.
    private struct Story {
        let ownership: FieldOwnership
        var live: Node?
        var managed = ManagedFields()

        init(_ plural: String, _ live: Node? = nil) throws {
            let kind = try #require(
                Catalog.kinds.first { $0.plural == plural && $0.generation == .today })
            ownership = FieldOwnership(
                kind: kind, apiVersion: kind.apiVersion(), time: "2018-04-01T10:00:00Z")
            self.live = live
        }

        mutating func apply(_ wanted: Node, by name: String, forced: Bool = false) throws {
            let result = try ownership.apply(wanted, over: live, by: name, isForced: forced, managed)
            (live, managed) = (result.object, result.managed)
        }

        mutating func update(_ new: Node, by name: String) {
            managed = ownership.update(from: live, to: new, by: name, managed)
            live = new
        }

        func owned(by name: String) -> [String] {
            managed.entries.filter { $0.manager.name == name }.flatMap(\.fields.paths)
        }
    }

    private func pod(_ containers: Node...) -> Node { ["spec": ["containers": Node(containers)]] }

    @Test func whatIsAppliedIsOwnedAndGoesWhenItIsAppliedNoMore() throws {
        var story = try Story("virtualservices")
        try story.apply(
            ["metadata": ["name": "a", "labels": ["x": "1"]], "spec": ["hosts": ["h"], "http": []]], by: "ann"
        )
        #expect(story.owned(by: "ann") == [".metadata.labels.x", ".spec.hosts", ".spec.http"])
        try story.apply(["spec": ["hosts": ["h"]]], by: "ann")
        #expect(story.live == ["metadata": ["name": "a"], "spec": ["hosts": ["h"]]])
    }

    @Test func whatOthersOwnTooStays() throws {
        var story = try Story("virtualservices")
        try story.apply(["spec": ["hosts": ["h"], "gateways": ["g"]]], by: "ann")
        try story.apply(["spec": ["gateways": ["g"]]], by: "bob")
        try story.apply(["spec": ["hosts": ["h"]]], by: "ann")
        #expect(story.live == ["spec": ["hosts": ["h"], "gateways": ["g"]]])
        try story.apply(["spec": ["exportTo": ["."]]], by: "bob")
        #expect(story.live == ["spec": ["hosts": ["h"], "exportTo": ["."]]])
    }

    @Test func anothersValueIsAConflictAndTheSameValueIsShared() throws {
        var story = try Story("deployments")
        try story.apply(["spec": ["replicas": 1, "paused": true]], by: "ann")
        try story.apply(["spec": ["paused": true]], by: "bob")
        let conflict = FieldOwnership.Conflict(fields: [.init(path: ".spec.replicas", manager: "\"ann\"")])
        #expect(throws: conflict) { try story.apply(["spec": ["replicas": 2]], by: "bob") }
        try story.apply(["spec": ["replicas": 2]], by: "bob", forced: true)
        #expect(story.owned(by: "ann") == [".spec.paused"])
        #expect(story.owned(by: "bob") == [".spec.replicas"])
        #expect(story.live == ["spec": ["replicas": 2, "paused": true]])
    }

    @Test func updatesTakeWhatTheyChange() throws {
        var story = try Story("deployments")
        try story.apply(["spec": ["replicas": 1, "paused": true]], by: "ann")
        story.update(["spec": ["replicas": 5, "paused": true]], by: "scaler")
        #expect(story.owned(by: "ann") == [".spec.paused"])
        #expect(story.owned(by: "scaler") == [".spec.replicas"])
        let conflict = FieldOwnership.Conflict(fields: [
            .init(path: ".spec.replicas", manager: "\"scaler\" using apps/v1")
        ])
        #expect(throws: conflict) { try story.apply(["spec": ["replicas": 1]], by: "ann") }
        story.update(["spec": ["paused": true]], by: "scaler")
        #expect(story.owned(by: "scaler") == [])
    }

    @Test func itemsAreMergedByTheirKeys() throws {
        var story = try Story("pods")
        try story.apply(pod(["name": "app", "image": "a:1"], ["name": "old", "image": "o"]), by: "ann")
        let env: Node = ["name": "app", "env": [["name": "X", "value": "1"]]]
        try story.apply(pod(["name": "proxy", "image": "p"], env), by: "bob")
        try story.apply(pod(["name": "app", "image": "a:2"]), by: "ann")
        #expect(
            story.live
                == pod(
                    ["name": "proxy", "image": "p"],
                    ["name": "app", "image": "a:2", "env": [["name": "X", "value": "1"]]]))
        #expect(story.owned(by: "bob").contains(".spec.containers[name=\"app\"].env[name=\"X\"].value"))
        try story.apply(["spec": ["hostNetwork": true]], by: "ann")
        #expect(story.live?["spec"]?["containers"] == [["name": "proxy", "image": "p"], env])
    }

    @Test func portsAreKnownByNumberAndProtocol() throws {
        var story = try Story("services")
        try story.apply(
            ["spec": ["ports": [["port": 53, "protocol": "UDP"], ["port": 53, "name": "tcp"]]]], by: "ann")
        #expect(
            story.owned(by: "ann").filter { !$0.contains("].") } == [
                ".spec.ports[port=53,protocol=\"TCP\"]", ".spec.ports[port=53,protocol=\"UDP\"]",
            ])
        var container = try Story("pods")
        try container.apply(pod(["name": "a", "ports": [["containerPort": 80]]]), by: "ann")
        #expect(
            container.owned(by: "ann").contains(
                ".spec.containers[name=\"a\"].ports[containerPort=80,protocol=\"TCP\"]"))
    }

    @Test func setsAreJoined() throws {
        var story = try Story("configmaps")
        try story.apply(["metadata": ["finalizers": ["a", "b"]]], by: "ann")
        try story.apply(["metadata": ["finalizers": ["c", "b"]]], by: "bob")
        #expect(story.live?["metadata"]?["finalizers"] == ["c", "a", "b"])
        try story.apply(["data": [:]], by: "ann")
        #expect(story.live?["metadata"]?["finalizers"] == ["c", "b"])
    }

    @Test func listsOfIstioAreOneValueUnlessTheySayOtherwise() throws {
        var rules = try Story("virtualservices")
        try rules.apply(["spec": ["http": [["name": "a"]]]], by: "ann")
        #expect(throws: FieldOwnership.Conflict.self) {
            try rules.apply(["spec": ["http": [["name": "b"]]]], by: "bob")
        }
        var entry = try Story("serviceentries")
        try entry.apply(["spec": ["ports": [["name": "http", "number": 80]]]], by: "ann")
        try entry.apply(["spec": ["ports": [["name": "grpc", "number": 90]]]], by: "bob")
        #expect(entry.live?["spec"]?["ports"]?.list?.count == 2)
    }

    @Test func whatHasNoContentLeftIsLeftOutOfMetadataOnly() throws {
        var story = try Story("virtualservices")
        try story.apply(["metadata": ["labels": ["a": "1"]], "spec": ["x": ["y": 1]]], by: "ann")
        try story.apply(["metadata": [:], "spec": ["z": 1]], by: "ann")
        #expect(story.live == ["spec": ["x": [:], "z": 1]])
    }

    @Test func anObjectWithoutOwnersGetsOne() throws {
        var story = try Story("configmaps", ["data": ["a": "1", "b": "1"]])
        try story.apply(["data": ["a": "1"]], by: "ann")
        #expect(story.owned(by: "before-first-apply") == [".data.a", ".data.b"])
        #expect(throws: FieldOwnership.Conflict.self) { try story.apply(["data": ["b": "2"]], by: "ann") }
    }

    @Test func nullTakesAFieldAwayAndANewFormAllBelow() throws {
        var story = try Story("configmaps", ["data": ["a": "1", "b": "1"]])
        try story.apply(["data": ["a": .null]], by: "ann", forced: true)
        #expect(story.live == ["data": ["b": "1"]])
        try story.apply(["data": ["b": "2"]], by: "ann", forced: true)
        try story.apply(["data": 5], by: "bob", forced: true)
        #expect(story.live == ["data": 5])
        #expect(story.owned(by: "ann") == [])
    }

    @Test func timesStandStillWhileNothingChanges() throws {
        var story = try Story("configmaps")
        try story.apply(["data": ["a": "1"]], by: "ann")
        let before = story.managed
        let later = FieldOwnership(
            kind: story.ownership.kind, apiVersion: "v1", time: "2019-01-01T00:00:00Z")
        let again = try later.apply(
            ["data": ["a": "1"]], over: story.live, by: "ann", isForced: false, before)
        #expect(again.managed == before)
        #expect(later.update(from: again.object, to: again.object, by: "x", before) == before)
    }

    @Test func manyWritersAreKeptInFewEntries() throws {
        var story = try Story("configmaps", ["data": [:]])
        for number in 0..<40 {
            var next = story.live ?? .emptyMap
            next.set(path: ["data", "k\(number)"], "v")
            story.update(next, by: "writer-\(number)")
        }
        #expect(story.managed.entries.count == 11)
        #expect(story.owned(by: "ancient-changes").count == 30)
        #expect(story.managed.all.paths.count == 40)
    }
}

import FoundationEssentials
import IstioAPI
import Kubernetes
import Schema
import Testing
import YAML

@testable import Commands

/// What `get --watch` prints is what `kubectl get --watch` prints for the same changes.
@Suite struct WatchPrinterTests {
    private static let start = Date(timeIntervalSince1970: 1_522_540_800)

    private func object(_ name: String, host: String = "h", namespace: String = "default") -> Node {
        [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": [
                "name": Node(name), "namespace": Node(namespace), "creationTimestamp": "2018-04-01T00:00:00Z",
            ],
            "spec": ["hosts": [Node(host)]],
        ]
    }

    /// The text of some changes, one second after the other.
    private func print(
        _ changes: [Watcher.Change], _ output: String? = nil, of kind: Kind = VirtualService.kind,
        showsHeaders: Bool = true, showsNamespace: Bool = false
    ) throws -> String {
        let printer = ListingPrinter(
            format: try output.map { try OutputFormat(parsing: $0, readFile: { _ in "" }) },
            showsHeaders: showsHeaders, showsNamespace: showsNamespace, isSingle: false, now: Self.start)
        var watch = WatchPrinter(Listing(kind: kind, type: ResourceType(kind), objects: []), printer)
        var text = ""
        for (seconds, change) in changes.enumerated() {
            text += try watch.text(change, now: Self.start.addingTimeInterval(TimeInterval(seconds)))
        }
        return text
    }

    @Test func rowsStandUnderOneHeaderAndGrowOlder() throws {
        let changes: [Watcher.Change] = [
            .all([object("a"), object("b")]), .modified(object("a", host: "i")), .added(object("longer")),
            .deleted(object("b")),
        ]
        #expect(
            try print(changes) == """
                NAME   GATEWAYS   HOSTS   AGE
                a                 ["h"]   0s
                b                 ["h"]   0s
                a                 ["i"]   1s
                longer              ["h"]   2s
                b                   ["h"]   3s

                """)
    }

    @Test func theHeaderWaitsForTheFirstObject() throws {
        #expect(try print([.all([])]) == "")
        #expect(try print([.all([]), .added(object("a"))]).hasPrefix("NAME   GATEWAYS"))
        #expect(try print([.all([]), .added(object("a"))], showsHeaders: false).hasPrefix("a "))
    }

    @Test func namespacesAreAColumn() throws {
        let text = try print([.all([object("a", namespace: "books")])], showsNamespace: true)
        #expect(text.hasPrefix("NAMESPACE   NAME"))
        #expect(text.contains("\nbooks       a "))
    }

    @Test func objectsArePrintedBareAndNotInLists() throws {
        let changes: [Watcher.Change] = [.all([object("a"), object("b")]), .deleted(object("a"))]
        let json = try print(changes, "json")
        let objects = json.split(separator: "\n}\n").map { Array("\($0)}".utf8) }
        #expect(
            try objects.map { try JSONReader.node($0)[["metadata", "name"]]?.string } == ["a", "b", "a"])
        let yaml = try print(changes, "yaml")
        let documents = yaml.components(separatedBy: "---\n")
        #expect(documents.count == 3)
        for document in documents { #expect(document.hasPrefix("apiVersion: networking.istio.io/v1\n")) }
    }

    @Test func namesPathsAndColumns() throws {
        let changes: [Watcher.Change] = [.all([object("a")]), .added(object("b"))]
        let prefix = "virtualservice.networking.istio.io/"
        #expect(try print(changes, "name") == "\(prefix)a\n\(prefix)b\n")
        #expect(try print(changes, "jsonpath={.metadata.name};") == "a;b;")
        #expect(try print(changes, "custom-columns=N:.metadata.name") == "N\na\nb\n")
        #expect(
            try print(changes, "custom-columns=N:.metadata.name", showsHeaders: false) == "a\nb\n")
    }

    @Test func classicKindsKeepTheirColumns() throws {
        let rule: Node = ["metadata": ["name": "a", "namespace": "default"], "spec": [:]]
        let changes: [Watcher.Change] = [.all([rule]), .deleted(rule)]
        #expect(
            try print(changes, of: Legacy.RouteRule.kind) == """
                NAME   KIND                                 NAMESPACE
                a      RouteRule.config.istio.io.v1alpha2   default
                a      RouteRule.config.istio.io.v1alpha2   default

                """)
        let yaml = try print(changes, "yaml", of: Legacy.RouteRule.kind)
        #expect(yaml.components(separatedBy: "---\n").count == 3)
        #expect(yaml.hasSuffix("---\n"))
    }

    @Test func whatComesFromTheClusterIsFitForATerminal() throws {
        #expect(try print([.added(object("a\u{1B}[2J"))]).contains("a\\x1b[2J"))
    }
}

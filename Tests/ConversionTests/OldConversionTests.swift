import FoundationEssentials
import Schema
import Testing
import YAML

@testable import Conversion

/// The meaning of what Istio 0.8's own converter made of old rules, as `../shared/conformance/convert-0.8`
/// records it, beside ours.
@Suite struct OldConversionTests {
    static let folder = SampleTests.root + "/../shared/conformance/convert-0.8"

    @Test func meansTheSame() throws {
        guard let bytes = FileManager.default.contents(atPath: Self.folder + "/cases.jsonl") else {
            print("note: the recorded conversions are absent, nothing is compared")
            return
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let record = try JSONReader.node(Array(line))
            let names = record["inputs"]?.list?.compactMap(\.string) ?? []
            let converted = Conversion.convert(
                try names.flatMap { try SampleTests.documents("\(Self.folder)/input/\($0)") })
            let golden = try SampleTests.documents("\(Self.folder)/golden/\(record["golden"]?.string ?? "")")
            let id = record["id"]?.string ?? ""
            checkOutput(converted, id)
            #expect(Meaning(converted.objects) == Meaning(golden.map(\.root)), "\(id)")
        }
    }

    @Test func everyInputAlone() throws {
        for name in SampleTests.files(below: Self.folder + "/input") {
            checkOutput(Conversion.convert(try SampleTests.documents("\(Self.folder)/input/\(name)")), name)
        }
    }
}

/// What objects of either API say about hosts, without the names and spellings that may differ.
struct Meaning: Equatable {
    private var routes: [String: [Node]] = [:]
    private var policies: [String: Node] = [:]
    private var entries: [Node] = []

    init(_ objects: [Node]) {
        for object in objects where object["kind"] == "DestinationRule" {
            let host = object[["spec", "host"]]?.string ?? ""
            if let policy = object[["spec", "trafficPolicy"]] {
                policies[host] = Self.modern(policy: policy)
            }
            for subset in object[["spec", "subsets"]]?.list ?? [] {
                let key = host + Self.text(subset["labels"] ?? .null)
                // The old converter made a subset without labels of what is for the whole service.
                policies[subset["labels"] == nil ? host : key] = Self.modern(
                    policy: subset["trafficPolicy"] ?? [:])
            }
        }
        for object in objects where object["kind"] == "VirtualService" {
            let all = (object[["spec", "http"]]?.list ?? []).map { Self.modern(route: $0, objects) }
            for host in object[["spec", "hosts"]]?.list ?? [] {
                routes[host.string ?? ""] = Self.withDefault(all, host)
            }
        }
        for object in objects where object["kind"] == "ServiceEntry" {
            let ports = (object[["spec", "ports"]]?.list ?? []).map { port -> Node in
                [
                    "number": port["number"] ?? 0,
                    "protocol": Node(port["protocol"]?.string?.uppercased() ?? ""),
                ]
            }
            entries.append(["hosts": object[["spec", "hosts"]] ?? [], "ports": Node(ports)])
        }
    }

    /// 0.7.1 called the service itself where no rule held; the old converter forgot it.
    private static func withDefault(_ routes: [Node], _ host: Node) -> [Node] {
        let isClosed = routes.last.map { $0["match"] == nil } ?? false
        let open: Node = ["route": [["destination": ["host": host]]]]
        return isClosed ? routes : routes + [open]
    }

    private static func modern(route: Node, _ objects: [Node]) -> Node {
        var route = route.setting("websocketUpgrade", nil)
        route.set(
            "route", route["route"]?.list.map { Node($0.map { resolved($0, at: ["destination"], objects) }) })
        route = resolved(route, at: ["mirror"], objects)
        if let headers = route["appendHeaders"] {
            route = route.setting("appendHeaders", nil).setting("headers", ["request": ["add": headers]])
        }
        for fault in ["delay", "abort"] {
            guard let percent = route[["fault", fault, "percent"]] else { continue }
            route.set(path: ["fault", fault, "percent"], nil)
            route.set(path: ["fault", fault, "percentage"], ["value": percent])
        }
        if let origins = route[["corsPolicy", "allowOrigin"]]?.list {
            route.set(path: ["corsPolicy", "allowOrigin"], nil)
            route.set(path: ["corsPolicy", "allowOrigins"], Node(origins.map { ["exact": $0] as Node }))
        }
        if route["retries"] != nil { route.set(path: ["retries", "retryOn"], nil) }
        return seconds(route)
    }

    /// The labels of a subset in place of its name.
    private static func resolved(_ node: Node, at path: [String], _ objects: [Node]) -> Node {
        guard let destination = node[path], let name = destination["subset"] else { return node }
        let rule = objects.first {
            $0["kind"] == "DestinationRule" && $0[["spec", "host"]] == destination["host"]
        }
        let subset = rule?[["spec", "subsets"]]?.list?.first { $0["name"] == name }
        var copy = node
        copy.set(path: path + ["subset"], subset?["labels"] ?? "unknown")
        return copy
    }

    private static func modern(policy: Node) -> Node {
        var policy = policy
        if let old = policy[["outlierDetection", "http"]] {
            policy.set(
                "outlierDetection",
                old.setting("consecutiveErrors", nil)
                    .setting("consecutive5xxErrors", old["consecutiveErrors"]))
        }
        if policy[["loadBalancer", "simple"]] == "LEAST_CONN" {
            policy.set(path: ["loadBalancer", "simple"], "LEAST_REQUEST")
        }
        return seconds(policy)
    }

    /// All durations in one spelling.
    private static func seconds(_ node: Node) -> Node {
        switch node.content {
        case .list(let items): Node(items.map(seconds))
        case .map(let entries): Node(entries.map { Node.Entry($0.key, seconds($0.value)) })
        case .string(let text): Duration(goText: text).map { Node($0.protoText) } ?? node
        default: node
        }
    }

    private static func text(_ node: Node) -> String { JSONWriter.text(node, sortsKeys: true) }
}

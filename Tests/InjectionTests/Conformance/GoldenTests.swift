import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Injection

/// Workloads get the sidecars that Istio 1.30's own tests expect.
@Suite struct GoldenTests {
    private static let folder = "../shared/conformance/istio-1.30/inject/"

    /// Documents that are left as they were, where the recorded program writes them anew, with empty fields.
    private static let untouched = [
        "inject/hello-ignore", "inject/hello-host-network", "inject/hello-host-network-with-ns",
    ]

    private static func text(_ path: String) -> String? {
        Repository.bytes(of: folder + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func nodes(_ text: String, name: String) -> [Node] {
        DocumentStream(Array(text.utf8)).pieces.compactMap { piece in
            let root = YAMLReader.documents(in: Source(name: name, text: Array(piece.bytes))).last?.root
            return root?.isNull == true ? nil : root
        }
    }

    @Test func sidecarsAreThoseOfIstio() throws {
        guard let cases = Self.text("cases.jsonl") else {
            return print("skipped: there is no \(Self.folder)")
        }
        for line in cases.split(separator: "\n") {
            let recorded = try JSONReader.node(Array(line.utf8))
            guard let golden = recorded["golden"]?.string, let input = recorded["input"]?.string,
                recorded["runs"]?.list?.contains("kube-inject") == true, let id = recorded["id"]?.string,
                !Self.untouched.contains(id)
            else { continue }
            try check(id, input, golden, recorded)
        }
    }

    private func check(_ id: String, _ input: String, _ golden: String, _ recorded: Node) throws {
        func setting(_ name: String) -> String {
            recorded["settings"]?[name]?.string.flatMap(Self.text) ?? ""
        }
        func document(_ name: String) -> Node {
            YAMLReader.documents(in: Source(name: name, setting(name))).first?.root ?? .emptyMap
        }
        let injector = Injector(
            try InjectionConfiguration(setting("injectConfigFile"), name: "config"),
            InjectionValues(document("valuesFile")), MeshSettings(document("meshConfigFile")),
            usesNativeSidecars: recorded["nativeSidecars"]?.list?.contains(true) == true)
        do {
            let source = Source(name: input, Self.text(input) ?? "")
            let output = try StreamInjector(.inject(injector)).inject(source).text
            let ours = Self.nodes(String(decoding: output, as: UTF8.self), name: "ours")
            let theirs = Self.nodes(Self.text(golden) ?? "", name: golden)
            #expect(ours == theirs, "\(id): \(Self.difference(ours, theirs))")
        } catch {
            Issue.record("\(id): \(error)")
        }
    }

    /// The first place where two streams differ.
    private static func difference(_ ours: [Node], _ theirs: [Node]) -> String {
        guard ours.count == theirs.count else { return "\(ours.count) documents, \(theirs.count) expected" }
        for (our, their) in zip(ours, theirs) {
            if let difference = difference(our, their, "") { return difference }
        }
        return "none"
    }

    private static func difference(_ a: Node?, _ b: Node?, _ path: String) -> String? {
        if a == b { return nil }
        if let first = a?.map, let second = b?.map {
            for key in Set(first.map(\.key) + second.map(\.key)).sorted() {
                if let found = difference(a?[key], b?[key], "\(path).\(key)") { return found }
            }
        }
        if let first = a?.list, let second = b?.list, first.count == second.count {
            for (index, pair) in zip(first, second).enumerated() {
                if let found = difference(pair.0, pair.1, "\(path)[\(index)]") { return found }
            }
        }
        func show(_ node: Node?) -> String { node.map { JSONWriter.text($0) } ?? "nothing" }
        return "\(path): \(show(a)) instead of \(show(b))"
    }
}

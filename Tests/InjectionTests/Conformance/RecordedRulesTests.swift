import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Injection

/// Who is injected, what is refused, and what comes of files alone, as recorded for Istio 1.30.
@Suite struct RecordedRulesTests {
    private static let folder = "../shared/conformance/istio-1.30/inject/"

    private static func text(_ path: String) -> String? {
        Repository.bytes(of: folder + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func cases(_ name: String) throws -> [Node] {
        guard let text = text("cases.jsonl") else {
            print("skipped: there is no \(folder)")
            return []
        }
        return try text.split(separator: "\n").map { try JSONReader.node(Array($0.utf8)) }.filter {
            $0["id"]?.string?.contains(name) == true
        }
    }

    @Test func thePolicyDecides() throws {
        for recorded in try Self.cases("/policy/") {
            let config = recorded["config"] ?? .emptyMap
            let policy = InjectionPolicy(
                isEnabled: config["policy"]?.string == "enabled",
                never: config["neverInjectSelector"]?.list ?? [],
                always: config["alwaysInjectSelector"]?.list ?? [])
            let given = recorded["pod"] ?? .emptyMap
            let pod: Node = [
                "metadata": [
                    "namespace": given["namespace"] ?? "", "labels": given["labels"] ?? .emptyMap,
                    "annotations": given["annotations"] ?? .emptyMap,
                ],
                "spec": ["hostNetwork": given["hostNetwork"] ?? false],
            ]
            let id = recorded["id"]?.string ?? ""
            #expect((policy.decide(pod) == .inject) == (recorded["inject"]?.bool == true), "\(id)")
        }
    }

    @Test func badAnnotationsAreRefused() throws {
        for recorded in try Self.cases(".error") {
            let injector = try Self.injector(recorded["settings"] ?? .emptyMap)
            let input = recorded["input"]?.string ?? ""
            let error = #expect(throws: InjectionError.self) {
                _ = try StreamInjector(.inject(injector)).inject(Source(name: input, Self.text(input) ?? ""))
            }
            let wanted = recorded["expectedErrorContains"]?.string ?? "?"
            #expect(error?.message.lowercased().contains(wanted) == true, "\(error?.message ?? "none")")
        }
    }

    @Test func filesAloneSuffice() throws {
        for recorded in try Self.cases("/cli/") {
            let words = (recorded["args"]?.list ?? []).compactMap(\.string)
            let options = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], Node(words[$0 + 1])) }
            let settings = Node(options.map { Node.Entry(String($0.0.drop { $0 == "-" }), $0.1) })
            let injector = try Self.injector(settings)
            let input = settings["f"]?.string ?? ""
            let source = Source(name: input, Self.text(input) ?? "")
            let output = try StreamInjector(.inject(injector)).inject(source).text
            let golden = recorded["golden"]?.string.flatMap(Self.text)
            #expect(String(decoding: output, as: UTF8.self) == golden, "\(recorded["id"]?.string ?? "")")
        }
    }

    private static func injector(_ settings: Node) throws -> Injector {
        func text(_ name: String) -> String { settings[name]?.string.flatMap(Self.text) ?? "" }
        func document(_ name: String) -> Node {
            YAMLReader.documents(in: Source(name: name, text(name))).first?.root ?? .emptyMap
        }
        return Injector(
            try InjectionConfiguration(text("injectConfigFile"), name: "config"),
            InjectionValues(document("valuesFile")), MeshSettings(document("meshConfigFile")))
    }
}

import Diagnostics
import Kubernetes
import TestSupport
import Testing
import YAML

@testable import Injection

/// The webhook answers as the sidecar-injector of Istio 0.7.1 did, as far as it is recorded.
@Suite struct AdmissionConformanceTests {
    private static let file = "../shared/conformance/istioctl-0.7.1/admission.jsonl"

    @Test func answersAreThoseOfTheOldInjector() throws {
        guard let cases = Repository.bytes(of: Self.file) else {
            return print("skipped: there is no \(Self.file)")
        }
        let differing = Repository.differences(from: "0.7.1")
        for line in cases.split(separator: UInt8(ascii: "\n")) {
            let recorded = try JSONReader.node(Array(line))
            guard let id = recorded["id"]?.string, differing[id] == nil, recorded["crash"] == nil
            else { continue }
            try check(recorded, id)
        }
    }

    private func check(_ recorded: Node, _ id: String) throws {
        let expected = try #require(recorded["expect"])
        let answer = try webhook(recorded).answer(
            InjectionWebhook.Call(
                path: recorded["path"]?.string ?? "/inject",
                contentType: recorded["content_type"].map { $0.string ?? "" } ?? "application/json",
                body: recorded["method"] == "GET" ? [] : Self.body(recorded["request"] ?? .null)))
        #expect(answer?.status ?? 404 == Int(expected["status"]?.int ?? 0), "\(id)")
        guard let answer, var response = try? JSONReader.node(answer.body) else { return }
        let patch = response[["response", "patch"]]?.string.flatMap(Base64.decode)
        if patch != nil { response.set(path: ["response", "patch"], "{{PATCH}}") }
        #expect(response == expected["response"], "\(id): \(JSONWriter.text(response))")
        let operations = try patch.map { try JSONReader.node($0) } ?? .null
        #expect(operations == expected["patch"], "\(id): \(JSONWriter.text(operations))")
    }

    private func webhook(_ recorded: Node) throws -> InjectionWebhook {
        let text = recorded["inject_config"]?.string ?? ""
        let mesh = YAMLReader.documents(in: Source(name: "mesh", recorded["mesh_config"]?.string ?? ""))
        let injector = try ClassicInjector(
            template: try ClassicInjector.template(ofConfiguration: text, name: "config"),
            ClassicMeshSettings(mesh.first?.root ?? .null))
        let policy = ClassicPodInjection.policy(ofConfiguration: text) ?? ""
        return InjectionWebhook(ClassicPodInjection(injector, policy: policy))
    }

    /// Bodies that are no JSON are recorded as texts.
    private static func body(_ request: Node) -> [UInt8] {
        request.string.map { Array($0.utf8) } ?? JSONWriter.bytes(request)
    }
}

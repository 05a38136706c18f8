import Diagnostics
import Kubernetes
import TestSupport
import Testing
import YAML

@testable import Injection

/// Pods that reach the webhook through their owners become those that Istio 1.30's own tests expect.
@Suite struct WebhookGoldenTests {
    private static let folder = "../shared/conformance/istio-1.30/inject/"

    private static func text(_ path: String) -> String? {
        Repository.bytes(of: folder + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func documents(_ text: String) -> [Node] {
        YAMLReader.documents(in: Source(name: "golden", text)).map(\.root).filter { !$0.isNull }
    }

    @Test func patchedPodsAreThoseOfIstio() throws {
        guard let cases = Self.text("cases.jsonl") else {
            return print("skipped: there is no \(Self.folder)")
        }
        var count = 0
        for line in cases.split(separator: "\n") {
            let recorded = try JSONReader.node(Array(line.utf8))
            guard let golden = recorded["golden"]?.string.flatMap(Self.text),
                let input = recorded["input"]?.string.flatMap(Self.text),
                recorded["runs"]?.list?.contains("webhook") == true, let id = recorded["id"]?.string,
                // OpenShift's wants ranges of user ids from the namespace, which is not read.
                recorded["platform"] == nil
            else { continue }
            let webhook = InjectionWebhook(try injector(recorded))
            for (object, wanted) in zip(Self.documents(input), Self.documents(golden)) {
                guard let pod = Self.pod(of: object), let want = Self.pod(of: wanted) else { continue }
                let got = try injected(pod, object[["metadata", "namespace"]]?.string ?? "", webhook)
                #expect(try Self.comparable(got) == Self.comparable(want), "\(id)")
                count += 1
            }
        }
        #expect(count > 40)
    }

    private func injector(_ recorded: Node) throws -> Injector {
        func setting(_ name: String) -> String {
            recorded["settings"]?[name]?.string.flatMap(Self.text) ?? ""
        }
        func document(_ name: String) -> Node { Self.documents(setting(name)).first ?? .emptyMap }
        return Injector(
            try InjectionConfiguration(setting("injectConfigFile"), name: "config"),
            InjectionValues(document("valuesFile")), MeshSettings(document("meshConfigFile")),
            usesNativeSidecars: recorded["nativeSidecars"]?.list?.contains(true) == true)
    }

    private func injected(_ pod: Node, _ namespace: String, _ webhook: InjectionWebhook) throws -> Node {
        let review: Node = [
            "kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1",
            "request": ["uid": "1", "namespace": Node(namespace), "object": pod],
        ]
        let answer = try JSONReader.node(webhook.answer(JSONWriter.bytes(review)).body)
        let response = try #require(answer["response"])
        #expect(response["allowed"] == true, "\(JSONWriter.text(response))")
        guard let patch = response["patch"]?.string else { return pod }
        return try PatchedNode.apply(try JSONReader.node(try #require(Base64.decode(patch))), to: pod)
    }

    /// As Go writes it, without what tells of the injection.
    private static func comparable(_ pod: Node) throws -> Node {
        var pod = try PodOverlay.plain(pod)
        pod.setAnnotation(InjectionName.status, nil)
        return pod
    }

    /// The pod that a controller makes for an object.
    private static func pod(of object: Node) -> Node? {
        guard let holder = PodHolder(object) else { return nil }
        if holder.isPod { return object }
        var pod = holder.pod(of: object)
        let kind = object["kind"]?.string ?? ""
        let isDeployment = kind == "Deployment"
        let name = (object[["metadata", "name"]]?.string ?? "") + (isDeployment ? "-fake" : "")
        let group = isDeployment ? "apps/v1" : object["apiVersion"]?.string ?? ""
        pod.set(path: ["metadata", "generateName"], Node(isDeployment ? name + "-" : name))
        pod.set(
            path: ["metadata", "ownerReferences"],
            [
                [
                    "apiVersion": Node(group), "kind": Node(isDeployment ? "ReplicaSet" : kind),
                    "name": Node(name), "controller": true,
                ]
            ])
        if isDeployment { pod.set(path: ["metadata", "labels", "pod-template-hash"], "fake") }
        return pod
    }
}

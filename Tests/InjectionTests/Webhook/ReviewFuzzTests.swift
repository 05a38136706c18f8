import TestSupport
import Testing
import YAML

@testable import Injection

/// Reviews that are damaged anywhere get an answer of the right form, and never end the program.
@Suite struct ReviewFuzzTests {
    private static let review = Array(
        """
        {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": {"uid": "42", \
        "namespace": "books", "object": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", \
        "labels": {"app": "a"}, "annotations": {"sidecar.istio.io/status": "{\\"containers\\": [\\"b\\"]}", \
        "proxy.istio.io/config": "concurrency: 1"}}, "spec": {"containers": [{"name": "a", "image": "b", \
        "ports": [{"containerPort": 80}], "livenessProbe": {"httpGet": {"path": "/", "port": 80}}, \
        "resources": {"limits": {"cpu": "1", "memory": 5}}}], "volumes": [{"name": "v"}]}}}}
        """.utf8)
    private static let pieces: [[UInt8]] = [
        "null", "[]", "{}", "\"x\"", "-1", "1e400", "99999999999999999999", "true", "\\u0000", "{{", "\u{FF}",
        ",", "\"", ":",
    ].map { Array($0.utf8) }

    private static func damaged(_ random: inout Seeded) -> [UInt8] {
        var bytes = review
        for _ in 0..<(1 + random.below(3)) {
            let start = random.below(bytes.count)
            let end = min(bytes.count, start + random.below(12))
            bytes.replaceSubrange(start..<end, with: random.below(3) == 0 ? [] : random.pick(pieces))
            if bytes.isEmpty { bytes = [0] }
        }
        return bytes
    }

    @Test func damagedReviewsAreAnswered() throws {
        let today = Injector(
            try InjectionConfiguration(BuiltIn.configuration, name: "config"),
            InjectionValues(BuiltIn.values),
            MeshSettings(BuiltIn.mesh))
        let classic = ClassicPodInjection(
            try ClassicInjector(template: ClassicSidecar().template, ClassicMeshSettings(.null)),
            policy: "enabled")
        var random = Seeded(41)
        for webhook in [InjectionWebhook(today), InjectionWebhook(classic)] {
            for _ in 0..<400 {
                let body = Self.damaged(&random)
                let answer = webhook.answer(body)
                let response = try JSONReader.node(answer.body)["response"]
                #expect(answer.status == 200 && response?["allowed"]?.bool != nil)
                if response?["allowed"] == false {
                    #expect(response?[["status", "message"]]?.string?.isEmpty == false)
                }
            }
        }
    }
}

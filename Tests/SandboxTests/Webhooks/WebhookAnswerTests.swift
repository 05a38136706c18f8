import Testing
import YAML

@testable import Sandbox

@Suite struct WebhookAnswerTests {
    private static let response: Node = ["uid": "1", "allowed": true]

    private func read(_ review: Node, _ version: String) throws -> WebhookAnswer {
        try WebhookAnswer(review, to: "1", version: version)
    }

    @Test(arguments: ["v1", "v1beta1"]) func answersNameTheirVersion(_ version: String) throws {
        let review: Node = [
            "kind": "AdmissionReview", "apiVersion": Node("admission.k8s.io/\(version)"),
            "response": Self.response,
        ]
        #expect(try read(review, version).isAllowed)
        #expect(throws: WebhookAnswer.Problem.self) { try read(review, "v2") }
        #expect(throws: WebhookAnswer.Problem.self) { try read(review.setting("kind", "Pod"), version) }
    }

    @Test func oldOnesNeedNot() throws {
        #expect(try read(["response": Self.response], "v1beta1").isAllowed)
        #expect(throws: WebhookAnswer.Problem.self) { try read(["response": Self.response], "v1") }
        let half: Node = ["kind": "Pod", "response": Self.response]
        #expect(throws: WebhookAnswer.Problem.self) { try read(half, "v1beta1") }
    }
}

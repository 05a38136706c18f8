import FoundationEssentials
import Kubernetes
import Serving
import Testing
import YAML

@testable import Sandbox

/// A webhook of the test: answers reviews over TLS on a free port of this machine.
struct WebhookServer: Sendable {
    let port: Int
    /// PEM of the authority that its certificate is from, in base64 as configurations carry it.
    let bundle: String

    /// Makes the response of a review from its request.
    typealias Answer = @Sendable (Node) async throws -> Node

    static func with(
        _ answer: @escaping Answer, _ body: @Sendable @escaping (WebhookServer) async throws -> Void
    ) async throws {
        try await serving(
            { request in
                do {
                    let review = try JSONReader.node(request.body)
                    let asked = review["request"] ?? .null
                    var response = try await answer(asked)
                    if response["uid"] == nil { response.set("uid", asked["uid"]) }
                    let body: Node = [
                        "kind": "AdmissionReview", "apiVersion": review["apiVersion"] ?? "",
                        "response": response,
                    ]
                    return ServedResponse(200, contentType: "application/json", JSONWriter.bytes(body))
                } catch {
                    return ServedResponse(500, "\(error)")
                }
            }, body)
    }

    /// Answers requests of any kind.
    static func serving(
        _ answer: @escaping @Sendable (ServedRequest) async -> ServedResponse,
        _ body: @Sendable @escaping (WebhookServer) async throws -> Void
    ) async throws {
        let now = Int64(Date().timeIntervalSince1970)
        let authority = try CertificateAuthority(named: "tests", now: now, lifetime: 86_400)
        let names = ServerNames(hosts: ["localhost"], addresses: [[127, 0, 0, 1]])
        let pair = try authority.certificate(named: "localhost", names, now: now, lifetime: 3_600)
        let identity = try TLSIdentity(
            certificate: Array(pair.certificatePEM.utf8), key: Array(pair.keyPEM.utf8))
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var made = HTTPSServer(identity, limits: ConnectionLimits(bodyBytes: 4 << 20), answer: answer)
        made.whenListening = { port.yield($0) }
        let server = made
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            group.addTask {
                for await port in ports {
                    let bundle = Base64.encode(Array(authority.certificatePEM.utf8))
                    return try await body(WebhookServer(port: port, bundle: bundle))
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// A configuration with one webhook for new and changed ConfigMaps.
    func configuration(
        _ name: String = "test", mutating: Bool, path: String = "/", _ changes: [(String, Node)] = []
    ) -> Node {
        var webhook: Node = [
            "name": Node("\(name).example.org"), "sideEffects": "None", "admissionReviewVersions": ["v1"],
            "clientConfig": [
                "url": Node("https://127.0.0.1:\(port)\(path)"), "caBundle": Node(bundle),
            ],
            "rules": [
                [
                    "operations": ["CREATE", "UPDATE"], "apiGroups": [""], "apiVersions": ["v1"],
                    "resources": ["configmaps"],
                ]
            ],
        ]
        for (field, value) in changes { webhook.set(field, value) }
        return [
            "apiVersion": "admissionregistration.k8s.io/v1",
            "kind": mutating ? "MutatingWebhookConfiguration" : "ValidatingWebhookConfiguration",
            "metadata": ["name": Node(name)], "webhooks": [webhook],
        ]
    }
}

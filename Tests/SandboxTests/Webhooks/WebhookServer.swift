import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Kubernetes
import Logging
import NIOCore
import NIOSSL
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
    )
        async throws
    {
        try await TemporaryDirectory.with { path in
            let credentials = try Sandbox.Credentials(SandboxDirectory(path), address: "127.0.0.1")
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            let server = try application(credentials, answer) { port.yield($0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try? await server.run() }
                group.addTask {
                    for await port in ports {
                        let bundle = Base64.encode(Array(credentials.authorityPEM.utf8))
                        return try await body(WebhookServer(port: port, bundle: bundle))
                    }
                }
                try await group.next()
                group.cancelAll()
            }
        }
    }

    private static func application(
        _ credentials: Sandbox.Credentials, _ answer: @escaping Answer,
        whenListening: @escaping @Sendable (Int) -> Void
    ) throws -> some ApplicationProtocol {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(credentials.serverPEM.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(credentials.serverKeyPEM.utf8), format: .pem)
        let tls = NIOSSL.TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        var logger = Logger(label: "webhook")
        logger.logLevel = .critical
        return Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                let bytes = Array(try await request.body.collect(upTo: 4 << 20).readableBytesView)
                let review = try JSONReader.node(bytes)
                let asked = review["request"] ?? .null
                var response = try await answer(asked)
                if response["uid"] == nil { response.set("uid", asked["uid"]) }
                let body: Node = [
                    "kind": "AdmissionReview", "apiVersion": review["apiVersion"] ?? "", "response": response,
                ]
                return Response(
                    status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONWriter.bytes(body))))
            },
            server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in whenListening(channel.localAddress?.port ?? 0) }, logger: logger)
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

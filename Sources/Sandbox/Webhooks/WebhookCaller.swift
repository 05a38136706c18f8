import Kubernetes
import Synchronization
import YAML

/// Sends reviews to webhooks over TLS.
final class WebhookCaller: Sendable {
    /// Bytes that an answer may have; the patch of a large object is within.
    private static let answerLimit = 3 << 20
    /// Connections that are kept for the next review.
    private static let keptConnections = 32

    /// What one connection is good for.
    private struct Peer: Hashable {
        let host: String
        let port: Int
        /// The name that the certificate must have.
        let name: String
        let authority: [UInt8]?
    }

    private let store: SandboxStore
    private let connections = Mutex<[Peer: NetworkTransport]>([:])

    init(store: SandboxStore) { self.store = store }

    /// Asks one webhook. Throws what kept it from answering, in words; `CancellationError` when the client
    /// went away.
    func ask(_ webhook: Webhook, about operation: AdmissionOperation) async throws -> WebhookAnswer {
        let uid = ObjectNames.uid()
        let review: Node = [
            "kind": "AdmissionReview", "apiVersion": "admission.k8s.io/\(webhook.version)",
            "request": operation.node(uid: uid),
        ]
        let peer = try peer(of: webhook)
        let transport = try transport(to: peer)
        let seconds = webhook.timeout.components.seconds
        let request = HTTPRequest(
            .post, "\(webhook.address.path)?timeout=\(seconds)s",
            headers: [
                HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json"),
                HTTPHeader("User-Agent", "istioctl-sandbox"),
            ], body: JSONWriter.bytes(review))
        let (status, body) = try await Deadline.run(webhook.timeout, orThrow: TransportError.timedOut) {
            let response = try await transport.send(request)
            return (response.status, try await Self.collect(response.body))
        }
        guard status == 200 else {
            throw WebhookAnswer.Problem(text: "the server answered with status \(status)")
        }
        guard let answer = try? JSONReader.node(body) else {
            throw WebhookAnswer.Problem(text: "the answer is no JSON")
        }
        return try WebhookAnswer(answer, to: uid, version: webhook.version)
    }

    private static func collect(_ body: HTTPResponse.Body) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in body {
            bytes += chunk
            guard bytes.count <= answerLimit else {
                throw WebhookAnswer.Problem(text: "the answer is longer than \(answerLimit) bytes")
            }
        }
        return bytes
    }

    private func peer(of webhook: Webhook) throws -> Peer {
        switch webhook.address {
        case .url(let url, _):
            return Peer(host: url.host, port: url.port, name: url.host, authority: webhook.authority)
        case .service(let namespace, let name, let port, _):
            let place = try ServiceEndpoint(store: store).find(namespace: namespace, name: name, port: port)
            return Peer(
                host: place.host, port: place.port, name: "\(name).\(namespace).svc",
                authority: webhook.authority)
        }
    }

    private func transport(to peer: Peer) throws -> NetworkTransport {
        if let known = connections.withLock({ $0[peer] }) { return known }
        var configuration = ClusterConfiguration(
            server: ServerURL(isSecure: true, host: peer.host, port: peer.port), origin: .sandbox)
        configuration.tls.certificateAuthority = peer.authority
        configuration.tls.serverName = peer.name
        // No variable of the environment: no proxy stands between a server and its webhooks.
        let made = try NetworkTransport(configuration, in: Environment(), sizeLimit: Self.answerLimit)
        connections.withLock { connections in
            // Old ones close when their last request is done.
            if connections.count >= Self.keptConnections { connections = [:] }
            connections[peer] = made
        }
        return made
    }

    /// Why a call failed, for messages.
    static func reason(_ error: any Error, _ webhook: Webhook) -> String {
        let place = "Post \"\(webhook.address.shown)\""
        return switch error {
        case TransportError.timedOut: "\(place): context deadline exceeded"
        case TransportError.unreachable(let why), TransportError.cutShort(let why, _),
            TransportError.malformed(let why):
            "\(place): \(why)"
        case let problem as WebhookAnswer.Problem: "\(place): \(problem.text)"
        case let problem as ServiceEndpoint.Problem: problem.text
        default: "\(place): \(error)"
        }
    }
}

import Testing
import YAML

@testable import Sandbox

/// An API server in memory and short ways to ask it.
struct Asking {
    let server: APIServer

    static let rules = "/apis/config.istio.io/v1alpha2/namespaces/default/routerules"

    init(_ admission: Admission = .none, limits: APILimits = .standard, _ store: SandboxStore? = nil)
        async throws
    {
        let store = try store ?? SandboxStore()
        server = try await APIServer(store: store, admission: admission, limits: limits)
    }

    func ask(
        _ method: String, _ target: String, _ body: Node? = nil, type: String = "application/json",
        accept: String = "application/json"
    ) async throws -> (status: Int, body: Node) {
        let request = APIRequest(
            method: method, target: target, accept: accept, contentType: type,
            body: body.map { JSONWriter.bytes($0) } ?? [])
        let response = await server.respond(to: request)
        switch response.body {
        case .bytes(let bytes): return (response.status, try JSONReader.node(bytes))
        case .pieces(let pieces): return (response.status, try JSONReader.node(Array(pieces.joined())))
        case .stream: return (response.status, .null)
        }
    }

    /// Makes a route rule; the answer.
    @discardableResult
    func make(_ name: String, labels: [String: String] = [:]) async throws -> Node {
        let (status, made) = try await ask("POST", Self.rules, Self.rule(name, labels: labels))
        #expect(status == 201, "\(made)")
        return made
    }

    static func rule(_ name: String, weight: Int = 100, labels: [String: String] = [:]) -> Node {
        [
            "apiVersion": "config.istio.io/v1alpha2", "kind": "RouteRule",
            "metadata": [
                "name": Node(name), "namespace": "default",
                "labels": Node(labels.map { Node.Entry($0.key, Node($0.value)) }),
            ],
            "spec": [
                "destination": ["name": "reviews"], "precedence": 1,
                "route": [["labels": ["version": "v1"], "weight": Node(weight)]],
            ],
        ]
    }

    /// The first events of a watch.
    func events(_ target: String, _ count: Int) async throws -> [Node] {
        let response = await server.respond(to: APIRequest(method: "GET", target: target))
        guard case .stream(let stream) = response.body else { return [] }
        var events: [Node] = []
        for await bytes in stream {
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                events.append(try JSONReader.node(Array(line)))
            }
            if events.count >= count { break }
        }
        return events
    }
}

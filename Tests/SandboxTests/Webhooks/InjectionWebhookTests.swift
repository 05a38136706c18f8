import Injection
import Kubernetes
import Serving
import Testing
import YAML

@testable import Sandbox

/// Pods of a labelled namespace come out of the sandbox with their sidecars.
@Suite(.timeLimit(.minutes(3))) struct InjectionWebhookTests {
    private static let configuration = """
        templates:
          sidecar: |
            spec:
              containers:
              - name: istio-proxy
                image: proxy:1
        """

    private static func registration(_ webhook: WebhookServer) throws -> Node {
        var registration = WebhookRegistration(
            name: "istio-sidecar-injector", place: .url("https://127.0.0.1:\(webhook.port)/inject/net/n1"))
        registration.authority = String(
            decoding: try #require(Base64.decode(webhook.bundle)), as: UTF8.self)
        return registration.node
    }

    private static func pod(_ name: String, labels: Node = .emptyMap) -> Node {
        [
            "metadata": ["name": Node(name), "labels": labels],
            "spec": ["containers": [["name": "app", "image": "books:3"]]],
        ]
    }

    private static func serving(_ body: @Sendable @escaping (Asking) async throws -> Void) async throws {
        let webhook = InjectionWebhook(
            Injector(
                try InjectionConfiguration(configuration, name: "config"), InjectionValues(.emptyMap),
                MeshSettings(.emptyMap)))
        try await WebhookServer.serving({ request in
            let call = InjectionWebhook.Call(
                path: String(request.target.prefix { $0 != "?" }), contentType: request.contentType,
                body: request.body)
            guard let answer = webhook.answer(call) else { return ServedResponse(404, "not found") }
            return ServedResponse(answer.status, contentType: answer.contentType, answer.body)
        }) { server in
            let api = try await Asking()
            let path = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations"
            #expect(try await api.ask("POST", path, try registration(server)).status == 201)
            for (name, labels) in [
                ("books", ["istio-injection": "enabled"]), ("plain", .emptyMap),
            ] as [(String, Node)] {
                let namespace: Node = ["metadata": ["name": Node(name), "labels": labels]]
                #expect(try await api.ask("POST", "/api/v1/namespaces", namespace).status == 201)
            }
            try await body(api)
        }
    }

    private static func containers(_ pod: Node) -> [String] {
        (pod[["spec", "containers"]]?.list ?? []).compactMap { $0["name"]?.string }
    }

    @Test func podsOfLabelledNamespacesGetSidecars() async throws {
        try await Self.serving { api in
            let (status, made) = try await api.ask("POST", "/api/v1/namespaces/books/pods", Self.pod("a"))
            #expect(status == 201, "\(JSONWriter.text(made))")
            #expect(Self.containers(made) == ["app", "istio-proxy"])
            #expect(made[["metadata", "labels", "topology.istio.io/network"]] == "n1")
            let read = try await api.ask("GET", "/api/v1/namespaces/books/pods/a").body
            #expect(Self.containers(read) == ["app", "istio-proxy"])
            let off = Self.pod("off", labels: ["sidecar.istio.io/inject": "false"])
            let left = try await api.ask("POST", "/api/v1/namespaces/books/pods", off).body
            #expect(Self.containers(left) == ["app"])
        }
    }

    @Test func otherPodsGetThemWhenTheyAskThemselves() async throws {
        try await Self.serving { api in
            let path = "/api/v1/namespaces/plain/pods"
            let left = try await api.ask("POST", path, Self.pod("a")).body
            #expect(Self.containers(left) == ["app"])
            let asking = Self.pod("b", labels: ["sidecar.istio.io/inject": "true"])
            let made = try await api.ask("POST", path, asking).body
            #expect(Self.containers(made) == ["app", "istio-proxy"])
        }
    }
}

import Testing
import YAML

@testable import Sandbox

/// A sandbox with a runtime and pods to connect to.
enum StreamingPod {
    /// `web` runs with one container, `pair` with two, and `early` does not run.
    static func with(_ body: @Sendable @escaping (Running) async throws -> Void) async throws {
        try await Running.with(runtime: LocalRuntime()) { sandbox in
            try await make("web", ["main"], phase: "Running", sandbox.api)
            try await make("pair", ["first", "second"], phase: "Running", sandbox.api)
            try await make("early", ["main"], phase: "Pending", sandbox.api)
            try await body(sandbox)
        }
    }

    private static func make(_ name: String, _ containers: [String], phase: String, _ api: APIServer)
        async throws
    {
        let path = "/api/v1/namespaces/default/pods"
        let list = containers.map { ["name": Node($0), "image": "image:1"] as Node }
        let pod: Node = [
            "apiVersion": "v1", "kind": "Pod", "metadata": ["name": Node(name)],
            "spec": ["containers": Node(list)],
        ]
        let made = await api.respond(
            to: APIRequest(method: "POST", target: path, body: JSONWriter.bytes(pod)))
        #expect(made.status == 201)
        var running = pod
        running.set("status", ["phase": Node(phase)])
        let changed = await api.respond(
            to: APIRequest(
                method: "PUT", target: "\(path)/\(name)/status", body: JSONWriter.bytes(running)))
        #expect(changed.status == 200)
    }
}

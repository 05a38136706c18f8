import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// An API server in memory with all its controllers and its node.
struct Controlled: Sendable {
    let api: APIServer
    let node: PodNode
    let directory: PodDirectory
    let client: LocalClient

    static func with(_ body: @Sendable (Controlled) async throws -> Void) async throws {
        try await TemporaryDirectory.with { path in
            let store = try SandboxStore()
            let api = try await APIServer(store: store, admission: .none)
            let directory = PodDirectory(path: path + "/pods")
            let node = PodNode(directory, allowsCommands: true, server: "127.0.0.1:6443")
            let control = Task {
                await StandardControllers(server: api, node: node, authorityPEM: "authority").run()
            }
            // Pods are graced once somebody runs them.
            try await eventually { api.runsPods }
            let client = LocalClient(server: api, name: "test")
            let result = await Result {
                try await body(Controlled(api: api, node: node, directory: directory, client: client))
            }
            control.cancel()
            await control.value
            store.close()
            try result.get()
        }
    }

    /// The value once there is one; a test that waits in vain fails with its time limit's message.
    @discardableResult
    static func eventually<T>(
        _ location: SourceLocation = #_sourceLocation, _ value: () async throws -> T?
    ) async throws -> T {
        let end = ContinuousClock.now + .seconds(100)
        while ContinuousClock.now < end {
            if let value = try await value() { return value }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("waited in vain", sourceLocation: location)
        throw CancellationError()
    }

    static func eventually(
        _ location: SourceLocation = #_sourceLocation, _ condition: () async throws -> Bool
    ) async throws {
        try await eventually(location) { try await condition() ? true : nil }
    }

    func pods(_ label: String? = nil) throws -> [Node] {
        try client.list(.pods, "default").filter { label == nil || $0.label("app") == label }
    }

    func pod(_ name: String) throws -> Node? { try client.get(.pods, "default", name) }

    /// A pod with one container, run by a command.
    static func pod(
        _ name: String, _ command: String?, policy: String = "Always", env: Node = [], grace: Int64 = 1
    ) -> Node {
        var pod: Node = [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": ["name": Node(name), "namespace": "default", "labels": ["app": Node(name)]],
            "spec": [
                "restartPolicy": Node(policy), "terminationGracePeriodSeconds": Node(grace),
                "containers": [["name": "main", "image": "none", "env": env]],
            ],
        ]
        if let command {
            pod.set(path: ["metadata", "annotations", PodCommand.annotation], Node(command))
        }
        return pod
    }

    static func deployment(_ name: String, replicas: Int64, command: String?, version: String = "1") -> Node {
        var template: Node = [
            "metadata": ["labels": ["app": Node(name)]],
            "spec": [
                "terminationGracePeriodSeconds": 1,
                "containers": [
                    ["name": "main", "image": "none", "env": [["name": "V", "value": Node(version)]]]
                ],
            ],
        ]
        if let command {
            template.set(path: ["metadata", "annotations", PodCommand.annotation], Node(command))
        }
        return [
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": ["name": Node(name), "namespace": "default"],
            "spec": [
                "replicas": Node(replicas), "selector": ["matchLabels": ["app": Node(name)]],
                "template": template,
            ],
        ]
    }
}

extension Result where Failure == any Error, Success: Sendable {
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

package import Kubernetes
import YAML

/// What any `Cluster` must do, whatever is behind it: REST, kubectl, or the sandbox in process.
///
/// A test runs each case on a cluster of its own that is empty but for the namespaces `default` and `books`.
/// Cases use real kinds with specs that every validation accepts.
package struct ClusterConformance: Sendable, CustomStringConvertible {
    /// What a cluster did differently.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package let description: String
    private let body: @Sendable (any Cluster) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (any Cluster) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Throws `Failure`, or the error that a request met with.
    package func check(_ cluster: any Cluster) async throws { try await body(cluster) }

    package static let all: [ClusterConformance] = objects + refusals + lists + watches

    /// A kind of 0.7.1, with the version that it was served in.
    static let rules = ResourceType(
        group: "config.istio.io", version: "v1alpha2", plural: "routerules", kind: "RouteRule")
    static let services = ResourceType(group: "", version: "v1", plural: "services", kind: "Service")

    static func rule(_ name: String, _ host: String = "details", labels: Node = .emptyMap) -> Node {
        [
            "apiVersion": "config.istio.io/v1alpha2", "kind": "RouteRule",
            "metadata": ["name": Node(name), "namespace": "default", "labels": labels],
            "spec": ["destination": ["name": Node(host)], "route": [["labels": ["version": "v1"]]]],
        ]
    }

    static func service(_ name: String) -> Node {
        [
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": Node(name), "namespace": "books"],
            "spec": ["ports": [["name": "http", "port": 9080]], "selector": ["app": Node(name)]],
        ]
    }

    static func expect(_ condition: Bool, _ text: @autoclosure () -> String) throws {
        if !condition { throw Failure(description: text()) }
    }

    /// The request must fail with a Status of this code and reason.
    static func expectStatus<Answer>(
        _ code: Int, _ reason: String, _ what: String, _ request: () async throws -> Answer
    ) async throws {
        do {
            _ = try await request()
        } catch ClusterError.status(let status) {
            try expect(status.code == code, "\(what): code \(status.code) instead of \(code)")
            try expect(
                status.reason == reason, "\(what): reason \"\(status.reason)\" instead of \"\(reason)\"")
            try expect(!status.message.isEmpty, "\(what): no message")
            return
        }
        throw Failure(description: "\(what): succeeded instead of failing with \(code)")
    }

    static func version(_ node: Node) throws -> String {
        let version = node["metadata"]?["resourceVersion"]?.string ?? ""
        try expect(!version.isEmpty, "an object has no resourceVersion")
        return version
    }

    static func name(_ node: Node) -> String { node["metadata"]?["name"]?.string ?? "" }
}

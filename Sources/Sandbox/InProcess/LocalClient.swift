import Kubernetes
import Schema
import YAML

/// How the sandbox's own controllers ask its API server: reads come straight from the store, writes take the
/// way of everybody's, through admission and webhooks.
struct LocalClient: Sendable {
    let server: APIServer
    /// Who asks, as `managedFields` name it.
    let name: String

    private var store: SandboxStore { server.store }

    /// nil when there is none.
    func get(_ type: ResourceType, _ namespace: String, _ name: String) throws -> Node? {
        let key = ObjectKey(group: type.group, plural: type.plural, namespace: namespace, name: name)
        return try store.get(key)?.node(apiVersion: type.apiVersion, kind: type.kind)
    }

    /// In the order of names; of all namespaces without one.
    func list(_ type: ResourceType, _ namespace: String? = nil) throws -> [Node] {
        let scope = StateQuery.Scope(group: type.group, plural: type.plural, namespace: namespace)
        return try store.page(scope).objects.map { try $0.node(apiVersion: type.apiVersion, kind: type.kind) }
    }

    @discardableResult
    func create(_ type: ResourceType, _ object: Node) async throws -> Node {
        try await send("POST", path(type, object.namespace), object)
    }

    /// A conflict is an error: what was decided was decided about another state.
    @discardableResult
    func replace(_ type: ResourceType, _ object: Node) async throws -> Node {
        try await send("PUT", path(type, object.namespace, object.name), object)
    }

    @discardableResult
    func replaceStatus(_ type: ResourceType, _ object: Node) async throws -> Node {
        try await send("PUT", path(type, object.namespace, object.name) + "/status", object)
    }

    @discardableResult
    func merge(_ type: ResourceType, _ namespace: String, _ name: String, _ patch: Node) async throws -> Node
    {
        try await send(
            "PATCH", path(type, namespace, name), patch, contentType: "application/merge-patch+json")
    }

    /// Whether there was one. With a `uid` only that very object goes, without a grace period at once.
    @discardableResult
    func delete(
        _ type: ResourceType, _ namespace: String, _ name: String, uid: String? = nil,
        gracePeriod: Int64? = nil
    ) async throws -> Bool {
        var options: Node = ["propagationPolicy": "Background"]
        if let uid { options.set("preconditions", ["uid": Node(uid)]) }
        if let gracePeriod { options.set("gracePeriodSeconds", Node(gracePeriod)) }
        do {
            try await send("DELETE", path(type, namespace, name), options)
            return true
        } catch let failure as APIFailure where failure.code == 404 || failure.code == 409 {
            return false
        }
    }

    @discardableResult
    private func send(
        _ method: String, _ target: String, _ body: Node, contentType: String = "application/json"
    ) async throws -> Node {
        let response = await server.respond(
            to: APIRequest(
                method: method, target: target, contentType: contentType, userAgent: name,
                body: JSONWriter.bytes(body)))
        guard case .bytes(let bytes) = response.body else { return .null }
        let answer = try JSONReader.node(bytes)
        guard response.status < 300 else {
            throw APIFailure(
                response.status, answer["reason"]?.string ?? "", answer["message"]?.string ?? "")
        }
        return answer
    }

    private func path(_ type: ResourceType, _ namespace: String, _ name: String? = nil) -> String {
        let group = type.group.isEmpty ? "/api/\(type.version)" : "/apis/\(type.group)/\(type.version)"
        let place = namespace.isEmpty ? "" : "/namespaces/\(namespace)"
        return group + place + "/\(type.plural)" + (name.map { "/\($0)" } ?? "")
    }
}

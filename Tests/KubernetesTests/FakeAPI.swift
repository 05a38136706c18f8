import Synchronization
import YAML

@testable import Kubernetes

/// A small API server in memory, for this module's own tests: the sandbox stands above it.
final class FakeAPI: HTTPTransport {
    private struct State {
        var revision = 100
        var objects: [String: Node] = [:]
        var history: [(path: String, type: String, object: Node, revision: Int)] = []
    }

    private struct Refusal: Error {
        let code: Int
        let reason: String
    }

    private static let collections: [String: String] = [
        "/apis/config.istio.io/v1alpha2/routerules": "RouteRule", "/api/v1/services": "Service",
    ]

    private let state = Mutex(State())

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let parts = request.target.split(separator: "?", maxSplits: 1)
        let path = String(parts[0])
        let query = Self.query(parts.count > 1 ? parts[1] : "")
        if request.isWatch || query["watch"] != nil { return watch(path, query) }
        do {
            let (code, body) = try state.withLock { try Self.serve(request, path, query, &$0) }
            return Self.json(code, body)
        } catch let refusal as Refusal {
            return Self.json(refusal.code, Self.status(refusal.code, refusal.reason))
        }
    }

    static func status(_ code: Int, _ reason: String, _ message: String? = nil) -> Node {
        [
            "kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": Node(reason),
            "message": Node(message ?? "refused: \(reason)"), "code": Node(code),
        ]
    }

    static func json(_ code: Int, _ body: Node, _ headers: [HTTPHeader] = []) -> HTTPResponse {
        HTTPResponse(
            status: code, headers: [HTTPHeader("Content-Type", "application/json")] + headers,
            bytes: JSONWriter.bytes(body))
    }

    private static func query(_ text: Substring) -> [String: String] {
        var result: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            result[sides[0]] =
                sides.count > 1 ? PercentEncoding.decode(String(sides[1].map { $0 == "+" ? " " : $0 })) : ""
        }
        return result
    }

    /// Collection without namespace, the namespace, and the name.
    private static func split(_ path: String) -> (collection: String, namespace: String?, name: String?) {
        var segments = path.split(separator: "/").map(String.init)
        var namespace: String?
        if let index = segments.firstIndex(of: "namespaces"), index + 1 < segments.count {
            namespace = segments[index + 1]
            segments.removeSubrange(index...(index + 1))
        }
        let count = segments.first == "api" ? 3 : 4
        let name = segments.count > count ? segments[count] : nil
        return ("/" + segments.prefix(count).joined(separator: "/"), namespace, name)
    }

    private static func serve(
        _ request: HTTPRequest, _ path: String, _ query: [String: String], _ state: inout State
    ) throws -> (Int, Node) {
        if path == "/apis/config.istio.io/v1alpha2" {
            let item: Node = ["name": "routerules", "kind": "RouteRule", "namespaced": true]
            return (200, ["kind": "APIResourceList", "resources": [item]])
        }
        let (collection, namespace, name) = split(path)
        guard let kind = collections[collection] else { throw Refusal(code: 404, reason: "NotFound") }
        let key = "\(collection) \(namespace ?? "") \(name ?? "")"
        let isDry = query["dryRun"] == "All"
        switch (request.method, name) {
        case (.get, nil): return (200, list(collection, namespace, kind, query, state))
        case (.get, _): return (200, try existing(key, state))
        case (.post, _):
            var object = try JSONReader.node(request.body ?? [])
            guard let name = object["metadata"]?["name"]?.string else {
                throw Refusal(code: 422, reason: "Invalid")
            }
            object.set(path: ["metadata", "namespace"], Node(namespace ?? ""))
            guard state.objects[key + name] == nil else { throw Refusal(code: 409, reason: "AlreadyExists") }
            return (201, store(key + name, object, "ADDED", isDry, &state))
        case (.put, _):
            let object = try JSONReader.node(request.body ?? [])
            let old = try existing(key, state)
            guard object["metadata"]?["resourceVersion"] == old["metadata"]?["resourceVersion"] else {
                throw Refusal(code: 409, reason: "Conflict")
            }
            return (200, store(key, object, "MODIFIED", isDry, &state))
        case (.delete, _):
            let old = store(key, try existing(key, state), "DELETED", isDry, &state)
            if !isDry { state.objects[key] = nil }
            return (200, old)
        case (.patch, _): throw Refusal(code: 405, reason: "MethodNotAllowed")
        }
    }

    private static func existing(_ key: String, _ state: State) throws -> Node {
        guard let object = state.objects[key] else { throw Refusal(code: 404, reason: "NotFound") }
        return object
    }

    private static func store(
        _ key: String, _ object: Node, _ event: String, _ isDry: Bool, _ state: inout State
    ) -> Node {
        if isDry { return object }
        state.revision += 1
        var object = object
        object.set(path: ["metadata", "resourceVersion"], Node("\(state.revision)"))
        state.objects[key] = object
        state.history.append((key, event, object, state.revision))
        return object
    }

    private static func list(
        _ collection: String, _ namespace: String?, _ kind: String, _ query: [String: String], _ state: State
    ) -> Node {
        let prefix = "\(collection) " + (namespace.map { "\($0) " } ?? "")
        var items = state.objects.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.map(\.value)
        items = items.filter { object in
            let labels = object["metadata"]?["labels"] ?? .emptyMap
            return LabelSelector.matches(query["labelSelector"] ?? "", labels)
        }
        let start = Int(query["continue"] ?? "0") ?? 0
        let limit = Int(query["limit"] ?? "") ?? items.count
        let page = items.dropFirst(start).prefix(limit)
        var metadata: Node = ["resourceVersion": Node("\(state.revision)")]
        if start + limit < items.count { metadata.set("continue", Node("\(start + limit)")) }
        return ["kind": Node(kind + "List"), "metadata": metadata, "items": Node(Array(page))]
    }

    /// Tells what happened since the version, looking again every few milliseconds.
    private func watch(_ path: String, _ query: [String: String]) -> HTTPResponse {
        let (collection, namespace, _) = Self.split(path)
        let prefix = "\(collection) " + (namespace.map { "\($0) " } ?? "")
        let version = Mutex(Int(query["resourceVersion"] ?? "0") ?? 0)
        let body = HTTPResponse.Body { [self] in
            while true {
                try await Task.sleep(for: .milliseconds(2))
                let after = version.withLock { $0 }
                let next = state.withLock { state in
                    state.history.first { $0.revision > after && $0.path.hasPrefix(prefix) }
                }
                guard let next else { continue }
                version.withLock { $0 = next.revision }
                let event: Node = ["type": Node(next.type), "object": next.object]
                return JSONWriter.bytes(event) + [UInt8(ascii: "\n")]
            }
        }
        return HTTPResponse(status: 200, body: body)
    }
}

/// The label selectors of the Kubernetes API, as far as the conformance suite uses them.
private enum LabelSelector {
    static func matches(_ selector: String, _ labels: Node) -> Bool {
        requirements(selector).allSatisfy { one in
            if one.hasPrefix("!") { return labels[String(one.dropFirst())] == nil }
            let words = one.split(separator: " ").map(String.init)
            if words.count == 3, words[1] == "in" {
                let values = words[2].filter { $0 != "(" && $0 != ")" }.split(separator: ",").map(String.init)
                return values.contains(labels[words[0]]?.string ?? "")
            }
            let sides = one.split(separator: "=", omittingEmptySubsequences: true).map(String.init)
            guard sides.count == 2 else { return labels[one] != nil }
            if sides[0].hasSuffix("!") { return labels[String(sides[0].dropLast())]?.string != sides[1] }
            return labels[sides[0]]?.string == sides[1]
        }
    }

    /// Commas part requirements, but not within parentheses.
    private static func requirements(_ selector: String) -> [String] {
        var result = [""]
        var depth = 0
        for character in selector {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                result.append("")
            } else {
                result[result.count - 1].append(character)
            }
        }
        return result.filter { !$0.isEmpty }
    }
}

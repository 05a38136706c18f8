import Kubernetes
import YAML

/// A cluster that holds what it is told to hold, and remembers what it was asked.
actor RecordingCluster: Cluster {
    private(set) var requests: [String] = []
    private(set) var bodies: [Node] = []
    private var objects: [String: Node]
    private let documents: [String: Node]
    private let failing: [String: ClusterError]

    init(
        _ objects: [String: Node] = [:], documents: [String: Node] = [:],
        failing: [String: ClusterError] = [:]
    ) {
        self.objects = objects
        self.documents = documents
        self.failing = failing
    }

    static let missing = ClusterError.status(APIStatus(code: 404, reason: "NotFound", message: "not found"))

    private func note(_ verb: String, _ type: ResourceType, _ namespace: String?, _ name: String) throws
        -> String
    {
        let key = "\(type.plural)/\(namespace ?? "")/\(name)"
        requests.append("\(verb) \(key)")
        if let error = failing["\(verb) \(key)"] { throw error }
        return key
    }

    func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node {
        guard let object = objects[try note("get", type, namespace, name)] else { throw Self.missing }
        return object
    }

    func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node {
        let prefix = try note("list", type, namespace, options.continueToken ?? "")
        guard let page = objects[prefix] else { return ["items": []] }
        return page
    }

    func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws
        -> Node
    {
        let name = object[["metadata", "name"]]?.string ?? ""
        let key = try note(options.isDryRun ? "dry create" : "create", type, namespace, name)
        bodies.append(object)
        let stored = object.settingRevision("7")
        objects[key] = stored
        return stored
    }

    func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node {
        _ = try note("replace", type, namespace, name)
        bodies.append(object)
        return object.settingRevision("8")
    }

    func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node {
        let verb = options.isDryRun ? "dry patch" : "patch"
        let key = try note(patch.format == .apply ? "\(verb) apply" : verb, type, namespace, name)
        bodies.append(patch.body)
        guard let object = objects[key] ?? (patch.format == .apply ? patch.body : nil) else {
            throw Self.missing
        }
        return object.settingRevision("9")
    }

    func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions) async throws
        -> Node
    {
        let key = try note("delete", type, namespace, name)
        guard let object = objects.removeValue(forKey: key) else { throw Self.missing }
        return object
    }

    nonisolated func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions)
        -> AsyncThrowingStream<WatchEvent, any Error>
    {
        AsyncThrowingStream { $0.finish() }
    }

    func document(at path: String) async throws -> Node {
        requests.append("document \(path)")
        guard let document = documents[path] else { throw Self.missing }
        return document
    }

    func bytes(at path: String) async throws -> [UInt8] {
        Array(YAMLWriter.text(try await document(at: path)).utf8)
    }
}

extension Node {
    func settingRevision(_ revision: String) -> Node {
        var copy = self
        copy.set(path: ["metadata", "resourceVersion"], Node(revision))
        return copy
    }
}

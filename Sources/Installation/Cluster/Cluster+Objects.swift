import Kubernetes
import YAML

extension Cluster {
    /// An object; nil when it is not there, or its type is not.
    func found(_ identity: ObjectIdentity) async throws -> Node? {
        do {
            return try await get(identity.type, namespace: identity.namespace, name: identity.name)
        } catch ClusterError.status(let status) where status.isNotFound {
            return nil
        }
    }

    /// Applies an object on the server's side, as the only owner of its fields.
    func apply(_ identity: ObjectIdentity, _ object: Node, isDryRun: Bool = false) async throws -> Node {
        var options = WriteOptions(isDryRun: isDryRun)
        options.fieldManager = Ownership.manager
        options.forcesConflicts = true
        return try await patch(
            identity.type, namespace: identity.namespace, name: identity.name, Patch(.apply, object), options)
    }

    /// The last lines that a container wrote.
    func log(pod: ObjectIdentity, container: String, lines: Int) async throws -> String {
        let path = "/api/v1/namespaces/\(pod.namespace ?? "")/pods/\(pod.name)/log"
        let log = try await bytes(at: "\(path)?container=\(container)&tailLines=\(lines)")
        return String(decoding: log, as: UTF8.self)
    }

    /// Deletes an object that may be gone already.
    func remove(_ identity: ObjectIdentity) async throws {
        do {
            _ = try await delete(
                identity.type, namespace: identity.namespace, name: identity.name, WriteOptions())
        } catch ClusterError.status(let status) where status.isNotFound {}
    }
}

extension ResourceType {
    static let namespace = ResourceType(
        group: "", version: "v1", plural: "namespaces", kind: "Namespace", isNamespaced: false)
    static let pod = ResourceType(group: "", version: "v1", plural: "pods", kind: "Pod")
    static let event = ResourceType(group: "", version: "v1", plural: "events", kind: "Event")
    static let definition = ResourceType(
        group: "apiextensions.k8s.io", version: "v1", plural: "customresourcedefinitions",
        kind: "CustomResourceDefinition", isNamespaced: false)
}

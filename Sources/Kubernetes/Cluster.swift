package import YAML

/// A Kubernetes API, however it is reached: over HTTP, through the user's kubectl, or the sandbox in process.
///
/// Objects are nodes of the API's JSON. Every method throws `ClusterError` and honours task cancellation. A
/// namespace is required for one object of a namespaced type; nil lists all namespaces.
package protocol Cluster: Sendable {
    func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node

    /// One page; `metadata.continue` of the answer leads to the next.
    func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node

    func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws -> Node

    /// Replaces the whole object; the server refuses it when the object's `resourceVersion` is not the stored
    /// one.
    func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node

    func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node

    /// The last state of the object, or a Status, as the server answers.
    func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions) async throws
        -> Node

    /// Changes from `options.resourceVersion` on. Ends by throwing; an expired version is `.status` with code
    /// 410.
    func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions) -> AsyncThrowingStream<
        WatchEvent, any Error
    >

    /// The JSON at a path outside the resources, such as `/version` or `/apis`.
    func document(at path: String) async throws -> Node

    /// The bytes at such a path, such as a container's log.
    func bytes(at path: String) async throws -> [UInt8]
}

package struct ListOptions: Sendable {
    package var labelSelector: String?
    package var fieldSelector: String?
    /// The most items of a page; 0 leaves it to the server.
    package var limit = 500
    package var continueToken: String?
    package var resourceVersion: String?

    package init(labelSelector: String? = nil, fieldSelector: String? = nil) {
        self.labelSelector = labelSelector
        self.fieldSelector = fieldSelector
    }
}

package struct WriteOptions: Sendable {
    /// The server checks and answers as always, but stores nothing.
    package var isDryRun = false
    package var fieldManager = "istioctl"
    /// An apply takes fields over from others who own them. Of no effect for other writes.
    package var forcesConflicts = false
    /// A part of the object that is written alone, such as `approval`; nil for the object itself. Of effect
    /// for `replace` only.
    package var subresource: String?

    package init(isDryRun: Bool = false) { self.isDryRun = isDryRun }
}

package struct Patch: Sendable {
    package enum Format: String, Sendable {
        case json = "application/json-patch+json"
        case merge = "application/merge-patch+json"
        case strategicMerge = "application/strategic-merge-patch+json"
        case apply = "application/apply-patch+yaml"
    }

    package var format: Format
    package var body: Node

    package init(_ format: Format, _ body: Node) {
        self.format = format
        self.body = body
    }
}

package enum WatchEvent: Sendable {
    case added(Node), modified(Node), deleted(Node)
    /// Nothing changed, but a later watch may start from this version.
    case bookmark(resourceVersion: String)
}

package import Kubernetes
package import YAML

/// A sandbox inside this process as a cluster: the fake of the tests, which is no fake but the sandbox's own
/// server, asked by the same client that asks real ones.
package struct SandboxCluster: Cluster {
    package let server: APIServer
    private let client: RESTCluster

    package init(_ server: APIServer) {
        self.server = server
        let configuration = ClusterConfiguration(
            server: ServerURL(isSecure: true, host: "127.0.0.1", port: 6443), origin: .sandbox)
        client = RESTCluster(configuration, in: Environment(), transport: SandboxTransport(server))
    }

    /// An empty cluster that is gone with its last reference.
    package static func inMemory(admission: Admission = .standard) async throws -> SandboxCluster {
        SandboxCluster(try await APIServer(store: try SandboxStore(), admission: admission))
    }

    package func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node {
        try await client.get(type, namespace: namespace, name: name)
    }

    package func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node {
        try await client.page(type, namespace: namespace, options)
    }

    package func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws -> Node
    {
        try await client.create(type, namespace: namespace, object, options)
    }

    package func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node {
        try await client.replace(type, namespace: namespace, name: name, object, options)
    }

    package func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node {
        try await client.patch(type, namespace: namespace, name: name, patch, options)
    }

    package func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions)
        async throws -> Node
    {
        try await client.delete(type, namespace: namespace, name: name, options)
    }

    package func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions)
        -> AsyncThrowingStream<WatchEvent, any Error>
    {
        client.watch(type, namespace: namespace, options)
    }

    package func document(at path: String) async throws -> Node { try await client.document(at: path) }

    package func bytes(at path: String) async throws -> [UInt8] { try await client.bytes(at: path) }
}

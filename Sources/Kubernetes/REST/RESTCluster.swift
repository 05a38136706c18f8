import Diagnostics
package import YAML

/// The Kubernetes API over HTTP: one request per operation, no discovery unless asked.
package struct RESTCluster: Cluster {
    private let client: RESTClient

    /// The server of a configuration; no connection is made before the first request.
    ///
    /// With `transport`, requests go there instead of over the network.
    package init(
        _ configuration: ClusterConfiguration, in environment: Environment,
        transport: (any HTTPTransport)? = nil, _ settings: RESTSettings = RESTSettings()
    ) {
        var settings = settings
        settings.requestTimeout = configuration.requestTimeout ?? settings.requestTimeout
        settings.disablesCompression = configuration.disablesCompression || settings.disablesCompression
        let session = Session(
            configuration, in: environment, transport: transport, sizeLimit: settings.sizeLimit,
            log: settings.log)
        client = RESTClient(server: "\(configuration.server)", session: session, settings: settings)
    }

    /// Gives back sockets and threads.
    package func close() async { await client.session.close() }

    package func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node {
        let path = try ResourcePath.object(type, namespace: namespace, name: name)
        return try await client.send(HTTPRequest(.get, path), subject(.get, type, name))
    }

    package func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node {
        let path = try ResourcePath.path(type, namespace: namespace)
        let request = HTTPRequest(.get, path + ResourcePath.query(options))
        return try await client.send(request, subject(.get, type))
    }

    package func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws -> Node
    {
        let path = try ResourcePath.collection(type, namespace: namespace)
        let request = write(.post, path + ResourcePath.query(options), object)
        return try await client.send(request, subject(.post, type))
    }

    package func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node {
        let path = try ResourcePath.object(
            type, namespace: namespace, name: name, subresource: options.subresource)
        let request = write(.put, path + ResourcePath.query(options), object)
        return try await client.send(request, subject(.put, type, name))
    }

    package func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node {
        let path = try ResourcePath.object(type, namespace: namespace, name: name)
        let query = ResourcePath.query(options, isApply: patch.format == .apply)
        let request = write(.patch, path + query, patch.body, as: patch.format.rawValue)
        return try await client.send(request, subject(.patch, type, name))
    }

    package func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions)
        async throws -> Node
    {
        let path = try ResourcePath.object(type, namespace: namespace, name: name)
        let request = HTTPRequest(.delete, path + ResourcePath.query(options))
        return try await client.send(request, subject(.delete, type, name))
    }

    package func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions)
        -> AsyncThrowingStream<WatchEvent, any Error>
    {
        WatchReader.events { [client] in
            let path = try ResourcePath.path(type, namespace: namespace)
            var request = HTTPRequest(.get, path + ResourcePath.query(options, isWatch: true))
            request.isWatch = true
            return try await client.open(request, subject(.get, type))
        } translating: { [client] error in
            (error as? TransportError)?.clusterError(server: client.server) ?? error
        }
    }

    package func document(at path: String) async throws -> Node {
        try await client.send(Self.request(path))
    }

    package func bytes(at path: String) async throws -> [UInt8] {
        try await client.bytes(Self.request(path))
    }

    private static func request(_ path: String) throws(ClusterError) -> HTTPRequest {
        let isSafe = path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard path.hasPrefix("/"), isSafe, !path.split(separator: "/").contains("..") else {
            throw ClusterError.configuration("\"\(path.escapingControls)\" is not a path of the API")
        }
        return HTTPRequest(.get, path)
    }

    private func write(
        _ method: HTTPRequest.Method, _ target: String, _ body: Node, as format: String = "application/json"
    ) -> HTTPRequest {
        HTTPRequest(
            method, target, headers: [HTTPHeader("Content-Type", format)], body: JSONWriter.bytes(body))
    }

    private func subject(_ method: HTTPRequest.Method, _ type: ResourceType, _ name: String? = nil)
        -> APIStatus.Subject
    {
        APIStatus.Subject(method: method, resource: type.qualifiedName, name: name)
    }
}

package import YAML

/// The Kubernetes API through the user's kubectl: for logins and networks that only kubectl knows.
///
/// Every operation is one `kubectl --raw` call with the same path and body as over REST, but for patches,
/// which kubectl sends only by its own command.
package struct KubectlCluster: Cluster {
    private let transport: KubectlTransport
    private let rest: RESTCluster

    package init(
        _ configuration: ClusterConfiguration, in environment: Environment,
        _ settings: RESTSettings = RESTSettings()
    ) {
        var arguments = configuration.kubectlArguments
        if let timeout = configuration.requestTimeout {
            arguments.append("--request-timeout=\(timeout.components.seconds + 1)s")
        }
        transport = KubectlTransport(
            arguments: arguments, environment: environment, outputLimit: settings.sizeLimit,
            server: "\(configuration.server)")
        // kubectl brings the credentials.
        var bare = ClusterConfiguration(server: configuration.server, origin: configuration.origin)
        bare.requestTimeout = configuration.requestTimeout.map { $0 + .seconds(5) }
        rest = RESTCluster(bare, in: environment, transport: transport, settings)
    }

    package func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node {
        try await rest.get(type, namespace: namespace, name: name)
    }

    package func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node {
        try await rest.page(type, namespace: namespace, options)
    }

    package func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws -> Node
    {
        try await rest.create(type, namespace: namespace, object, options)
    }

    package func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node {
        try await rest.replace(type, namespace: namespace, name: name, object, options)
    }

    package func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions)
        async throws -> Node
    {
        try await rest.delete(type, namespace: namespace, name: name, options)
    }

    package func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions)
        -> AsyncThrowingStream<WatchEvent, any Error>
    {
        rest.watch(type, namespace: namespace, options)
    }

    package func document(at path: String) async throws -> Node { try await rest.document(at: path) }

    package func bytes(at path: String) async throws -> [UInt8] { try await rest.bytes(at: path) }

    package func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node {
        // Refuses names that are none before kubectl sees them as flags or paths.
        _ = try ResourcePath.object(type, namespace: namespace, name: name)
        var command = transport.command(
            Self.patchArguments(type, namespace, name, patch.format, options))
        command.input = JSONWriter.bytes(patch.body)
        let output = try await transport.output(of: command)
        guard let node = try? JSONReader.node(output) else {
            throw ClusterError.malformed(server: transport.server, reason: "kubectl did not print JSON")
        }
        return node
    }

    private static func patchArguments(
        _ type: ResourceType, _ namespace: String?, _ name: String, _ format: Patch.Format,
        _ options: WriteOptions
    ) -> [String] {
        let flags = Self.flags(options)
        let scope = namespace.map { ["--namespace=\($0)"] } ?? []
        let resource = type.group.isEmpty ? type.plural : "\(type.plural).\(type.version).\(type.group)"
        let kind: String
        switch format {
        case .json: kind = "json"
        case .merge: kind = "merge"
        case .strategicMerge: kind = "strategic"
        case .apply:
            return [
                "apply", "--server-side", "--filename=-", "--output=json", "--validate=ignore", Self.owners,
            ] + scope
                + flags + (options.forcesConflicts ? ["--force-conflicts"] : [])
        }
        return ["patch", "--type=\(kind)", "--patch-file=/dev/stdin", "--output=json", Self.owners] + scope
            + flags + ["--", resource, name]
    }

    /// Without it kubectl leaves `metadata.managedFields` out.
    private static let owners = "--show-managed-fields"

    private static func flags(_ options: WriteOptions) -> [String] {
        ["--field-manager=\(options.fieldManager)"] + (options.isDryRun ? ["--dry-run=server"] : [])
    }
}

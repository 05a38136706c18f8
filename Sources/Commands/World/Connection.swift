import Kubernetes
import Sandbox

/// A cluster, and what the configuration says about the work with it.
struct Connection: Sendable {
    let cluster: any Cluster
    let configuration: ClusterConfiguration

    /// The namespace of objects that name none: the flag's, the context's, or `default`.
    var namespace: String { configuration.namespace }
}

extension World {
    /// The cluster that the flags, the environment and the kubeconfig name; with none of these, a running
    /// sandbox.
    func connect(_ global: GlobalOptions, context: String? = nil) throws -> Connection {
        let options = global.connection
        guard let configuration = try configuration(options, context: context) else {
            throw Failure.unavailable(
                """
                no cluster is configured: no kubeconfig, no service account, no running sandbox
                Start one with `istioctl sandbox up --detach`, or name a kubeconfig with --kubeconfig.
                """)
        }
        for warning in configuration.warnings { warn(warning) }
        return Connection(
            cluster: try makeCluster(configuration, transport(options), talkative(global)),
            configuration: configuration)
    }

    /// What `connect` would use; nil when there is nothing to connect to.
    func configuration(_ options: ConnectionOptions, context: String? = nil) throws
        -> ClusterConfiguration?
    {
        var overrides = options.overrides
        overrides.context = context ?? overrides.context
        overrides.namespace = options.namespace ?? variable("ISTIOCTL_NAMESPACE")
        if let found = try ClusterConfiguration.load(overrides, in: environment) { return found }
        guard let directory = SandboxDirectory.standard(environment: environment.variables),
            case .running = SandboxControl.status(directory)
        else { return nil }
        overrides.kubeconfig = directory.kubeconfig
        return try ClusterConfiguration.load(overrides, in: environment)
    }

    /// Where Istio itself runs: the flag's, the environment's, or `istio-system`.
    func controlPlaneNamespace(_ global: GlobalOptions) -> String {
        global.istioNamespace ?? variable("ISTIOCTL_ISTIONAMESPACE") ?? variable("ISTIOCTL_ISTIO_NAMESPACE")
            ?? "istio-system"
    }

    private func talkative(_ global: GlobalOptions) -> World {
        var world = self
        world.verbosity = global.verbosity ?? 0
        return world
    }

    /// How requests travel: by the flag, the environment, or as HTTP.
    func transport(_ options: ConnectionOptions) throws -> ConnectionOptions.Transport {
        if let transport = options.transport { return transport }
        guard let name = variable("ISTIOCTL_TRANSPORT") else { return .rest }
        guard let transport = ConnectionOptions.Transport(rawValue: name) else {
            throw Failure.usage("ISTIOCTL_TRANSPORT is \"\(name)\"; allowed: rest, kubectl")
        }
        return transport
    }
}

extension ClusterError {
    /// As a failure of the run, worded as kubectl words it.
    var failure: Failure {
        switch self {
        case .status(let status): Failure(status.message.isEmpty ? text : status.message)
        case .unreachable(let server, let reason): .unavailable("cannot reach \(server): \(reason)")
        case .timedOut(let server): .unavailable("\(server) did not answer in time")
        case .malformed(let server, let reason): Failure("the answer of \(server) cannot be used: \(reason)")
        case .configuration(let text), .credentials(let text): Failure(text)
        }
    }
}

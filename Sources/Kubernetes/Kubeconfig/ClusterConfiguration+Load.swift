import Diagnostics

extension ClusterConfiguration {
    /// What flags, kubeconfig and service account say together; nil when no cluster is configured at all.
    ///
    /// As in kubectl, the service account of a pod counts only when neither flags nor a kubeconfig name a
    /// server.
    package static func load(_ overrides: KubeconfigOverrides, in environment: Environment)
        throws(ClusterError) -> ClusterConfiguration?
    {
        let kubeconfig = try Kubeconfig.load(overrides, in: environment)
        if let found = try kubeconfig.configuration(overrides, in: environment) { return found }
        if overrides.kubeconfig?.isEmpty == false {
            throw .configuration(
                "no cluster is configured in \"\(kubeconfig.files.joined().escapingControls)\": "
                    + "it has no current-context; choose a context with --context"
                    + kubeconfig.knownNames(kubeconfig.contexts, "contexts"))
        }
        return try inCluster(overrides, in: environment)
    }
}

extension Kubeconfig {
    /// The configuration of the chosen context with the flags laid over it; nil when no server is named
    /// anywhere.
    package func configuration(_ overrides: KubeconfigOverrides, in environment: Environment)
        throws(ClusterError) -> ClusterConfiguration?
    {
        let context = try chosenContext(overrides)
        let cluster = try chosenCluster(overrides, context)
        let user = try chosenUser(overrides, context)
        let tls = try TLSReading(cluster, user, overrides, environment.files)
        guard let server = try server(cluster, overrides, environment, assumesTLS: tls.isMentioned) else {
            return nil
        }
        var result = ClusterConfiguration(
            server: server, origin: files.isEmpty ? .flags : .kubeconfig(files: files))
        result.tls = tls.configuration
        let credentials = try CredentialReading(user, cluster, overrides, environment.files)
        result.credentials = credentials.credentials
        result.impersonation = credentials.impersonation
        result.proxyURL = try cluster?.string("proxy-url")
        result.disablesCompression =
            try cluster?.bool("disable-compression") ?? false || overrides.disablesCompression
        let namespace = try overrides.namespace.or("namespace", of: context)
        result.namespace = namespace ?? "default"
        result.namespaceIsExplicit = namespace != nil
        result.contextName = context?.name ?? overrides.context.nonEmpty ?? currentContext
        result.clusterName = cluster?.name
        result.requestTimeout = overrides.requestTimeout.flatMap { $0 > .zero ? $0 : nil }
        result.kubectlArguments = overrides.kubectlArguments
        if tls.configuration.skipsVerification && server.isSecure {
            result.warnings.append(
                "the certificate of \(server) is not checked (insecure-skip-tls-verify): "
                    + "anyone between you and the server can read and change everything you send")
        }
        return result
    }

    private func chosenContext(_ overrides: KubeconfigOverrides) throws(ClusterError) -> KubeconfigEntry? {
        guard let name = overrides.context.nonEmpty ?? currentContext else { return nil }
        if let found = contexts.named(name) { return found }
        let origin = overrides.context.nonEmpty == nil ? "current-context" : "--context"
        throw missing("context", name, among: contexts, namedBy: origin)
    }

    private func chosenCluster(_ overrides: KubeconfigOverrides, _ context: KubeconfigEntry?)
        throws(ClusterError) -> KubeconfigEntry?
    {
        if let name = overrides.cluster.nonEmpty {
            if let found = clusters.named(name) { return found }
            throw missing("cluster", name, among: clusters, namedBy: "--cluster")
        }
        guard let context else { return nil }
        let name = try context.string("cluster") ?? ""
        if let found = clusters.named(name) { return found }
        if overrides.server.nonEmpty != nil { return nil }
        throw missing("cluster", name, among: clusters, namedBy: "context \"\(context.name)\"")
    }

    private func chosenUser(_ overrides: KubeconfigOverrides, _ context: KubeconfigEntry?)
        throws(ClusterError) -> KubeconfigEntry?
    {
        if let name = overrides.user.nonEmpty {
            if let found = users.named(name) { return found }
            throw missing("user", name, among: users, namedBy: "--user")
        }
        guard let name = try context?.string("user") else { return nil }
        // A context may name a user that no file describes: kubectl then sends requests without credentials.
        return users.named(name)
    }

    private func server(
        _ cluster: KubeconfigEntry?, _ overrides: KubeconfigOverrides, _ environment: Environment,
        assumesTLS: Bool
    ) throws(ClusterError) -> ServerURL? {
        let flag = overrides.server.nonEmpty
        let written = try flag.or("server", of: cluster)
        guard let text = written ?? environment.variable("KUBERNETES_MASTER") else {
            guard let cluster else { return nil }
            throw cluster.problem("server", "cluster has no server defined")
        }
        do {
            return try ServerURL.parse(text, assumesTLS: assumesTLS)
        } catch {
            let reason = (error as? ServerURL.Problem)?.reason ?? "\(error)"
            let message = "\"\(text)\" is not the address of a server: \(reason)"
            if flag == nil, let cluster { throw cluster.problem("server", message) }
            throw .configuration(message.escapingControls)
        }
    }

    private func missing(
        _ kind: String, _ name: String, among entries: [KubeconfigEntry], namedBy origin: String
    ) -> ClusterError {
        let place = files.isEmpty ? "any kubeconfig" : files.joined(separator: ", ")
        var text = "\(kind) \"\(name)\" (from \(origin)) does not exist in \(place)"
        if let nearest = Suggestion.nearest(to: name, among: entries.map(\.name)) {
            text += "; did you mean \"\(nearest)\"?"
        }
        return .configuration((text + knownNames(entries, "\(kind)s")).escapingControls)
    }

    fileprivate func knownNames(_ entries: [KubeconfigEntry], _ noun: String) -> String {
        if entries.isEmpty { return "; it has no \(noun)" }
        let shown = entries.map(\.name).sorted().prefix(20).joined(separator: ", ")
        let rest = entries.count > 20 ? " and \(entries.count - 20) more" : ""
        return "; known \(noun): \(shown)\(rest)"
    }
}

extension String? {
    /// Flags given as an empty text count as not given.
    var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}

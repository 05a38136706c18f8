import Diagnostics
import YAML

/// What a credential plugin printed, and how it is asked.
struct ExecCredential: Sendable {
    private(set) var token: Secret<String>?
    private(set) var clientCertificate: [UInt8]?
    private(set) var clientKey: Secret<[UInt8]>?
    /// Seconds since 1970; nil never expires by itself.
    private(set) var expiration: Int64?

    /// Plugins may wait for a browser or a password, so this is generous.
    private static let timeout = Duration.seconds(300)

    /// Runs the plugin and reads what it prints.
    static func fetch(_ plugin: ExecPlugin, for cluster: ClusterConfiguration, in environment: Environment)
        async throws -> ExecCredential
    {
        if plugin.interaction == .Always && !environment.isInteractive {
            throw failure(plugin, "it needs a terminal to ask questions, and standard input is none")
        }
        let isInteractive = plugin.interaction != .Never && environment.isInteractive
        var variables = environment.variables
        for (name, value) in plugin.environment { variables[name] = value.revealed }
        variables["KUBERNETES_EXEC_INFO"] = info(plugin, cluster, isInteractive: isInteractive)
        var command = ProcessCommand(plugin.command, plugin.arguments, environment: variables)
        command.isInteractive = isInteractive
        command.passesErrors = true
        command.outputLimit = 1 << 20
        command.timeout = timeout
        return try ExecCredential(try await output(of: command, plugin, environment), plugin)
    }

    private static func output(of command: ProcessCommand, _ plugin: ExecPlugin, _ environment: Environment)
        async throws -> [UInt8]
    {
        do {
            let outcome = try await environment.processes.run(command)
            if outcome.exitStatus == 0 { return outcome.output }
            let end = outcome.exitStatus.map { "exit status \($0)" } ?? "a signal"
            throw failure(plugin, "it ended with \(end)")
        } catch let error as ProcessError {
            switch error {
            case .notFound: throw failure(plugin, "the program was not found", hint: plugin.installHint)
            case .timedOut: throw failure(plugin, "it did not end within five minutes")
            case .tooMuchOutput: throw failure(plugin, "it printed more than a credential")
            case .failed(let reason): throw failure(plugin, reason, hint: plugin.installHint)
            case .ended: throw failure(plugin, "it ended early")
            }
        }
    }

    private static func failure(_ plugin: ExecPlugin, _ reason: String, hint: String? = nil) -> ClusterError {
        var text = "the credential plugin \"\(plugin.command.escapingControls)\" failed: \(reason)"
        if let hint { text += "\n\(hint.escapingControlsKeepingLines)" }
        return .credentials(text)
    }

    /// The value of `KUBERNETES_EXEC_INFO`.
    private static func info(_ plugin: ExecPlugin, _ cluster: ClusterConfiguration, isInteractive: Bool)
        -> String
    {
        var spec: Node = ["interactive": Node(isInteractive)]
        if plugin.providesClusterInfo {
            var about: Node = ["server": Node("\(cluster.server)")]
            if let name = cluster.tls.serverName { about.set("tls-server-name", Node(name)) }
            if cluster.tls.skipsVerification { about.set("insecure-skip-tls-verify", true) }
            if let authority = cluster.tls.certificateAuthority {
                about.set("certificate-authority-data", Node(Base64.encode(authority)))
            }
            if let proxy = cluster.proxyURL { about.set("proxy-url", Node(proxy)) }
            if let config = plugin.clusterConfig { about.set("config", config) }
            spec.set("cluster", about)
        }
        let info: Node = ["kind": "ExecCredential", "apiVersion": Node(plugin.apiVersion), "spec": spec]
        return String(decoding: JSONWriter.bytes(info), as: UTF8.self)
    }

    private init(_ output: [UInt8], _ plugin: ExecPlugin) throws(ClusterError) {
        // What a plugin prints is secret, so no message quotes it.
        guard let root = try? JSONReader.node(output) else {
            throw Self.failure(plugin, "what it printed is not JSON")
        }
        guard root["kind"]?.string == "ExecCredential", let version = root["apiVersion"]?.string else {
            throw Self.failure(plugin, "what it printed is not an ExecCredential")
        }
        guard version == plugin.apiVersion else {
            throw Self.failure(
                plugin, "it answered in \(version), but the kubeconfig says \(plugin.apiVersion)")
        }
        let status = root["status"]
        token = status?["token"]?.string.nonEmpty.map { Secret($0) }
        clientCertificate = status?["clientCertificateData"]?.string.nonEmpty.map { Array($0.utf8) }
        clientKey = status?["clientKeyData"]?.string.nonEmpty.map { Secret(Array($0.utf8)) }
        guard token != nil || clientCertificate != nil else {
            throw Self.failure(plugin, "it gave neither a token nor a client certificate")
        }
        guard (clientCertificate == nil) == (clientKey == nil) else {
            throw Self.failure(plugin, "it gave a client certificate without a key, or a key without one")
        }
        if let text = status?["expirationTimestamp"]?.string {
            guard let time = Timestamp.seconds(text) else {
                throw Self.failure(plugin, "its expirationTimestamp is not a time")
            }
            expiration = time
        }
    }
}

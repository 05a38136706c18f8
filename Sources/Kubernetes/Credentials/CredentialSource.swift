import Diagnostics

/// The credentials of a cluster as they are now: token files are read again, plugins run when theirs expire.
actor CredentialSource {
    /// What a request and its connection need.
    struct Current: Sendable {
        var authorization: Secret<String>?
        /// Over the client certificate of the configuration.
        var clientCertificate: [UInt8]?
        var clientKey: Secret<[UInt8]>?
        /// Grows when a client certificate changed, so that a new connection is needed.
        var generation = 0
        /// Grows with every load.
        var version = 0
    }

    private let cluster: ClusterConfiguration
    private let environment: Environment
    private let log: RequestLog?
    private var current: Current?
    private var expiration: Int64?
    /// The plugin's run that others wait for instead of starting a second one.
    private var pending: Task<Current, any Error>?

    /// Token files are read again after this many seconds, as kubelets rotate them.
    private static let tokenFileSeconds: Int64 = 60

    init(_ cluster: ClusterConfiguration, in environment: Environment, log: RequestLog?) {
        self.cluster = cluster
        self.environment = environment
        self.log = log
    }

    func now() async throws -> Current {
        if let current, expiration.map({ environment.now() < $0 }) ?? true { return current }
        if let pending { return try await pending.value }
        // Cleared by the task itself: who was refused at once must not be given its old result again.
        let task = Task {
            defer { pending = nil }
            return try await load()
        }
        pending = task
        return try await task.value
    }

    /// After a 401: whether there is a source that may give better credentials than those of a version. Of
    /// several requests that were refused at once, the first alone makes it load again.
    func renew(after version: Int) -> Bool {
        guard usesExec || cluster.credentials.tokenFile != nil else { return false }
        if current?.version == version { expiration = 0 }
        return true
    }

    private var usesExec: Bool {
        let given = cluster.credentials
        return given.exec != nil && given.token == nil && given.tokenFile == nil && given.basic == nil
    }

    private func load() async throws -> Current {
        let given = cluster.credentials
        var result = Current(generation: current?.generation ?? 0, version: (current?.version ?? 0) + 1)
        // The old time counts until this is done: who asks meanwhile waits.
        var expiration: Int64?
        if let path = given.tokenFile {
            result.authorization = try bearer(token(in: path))
            expiration = environment.now() + Self.tokenFileSeconds
        } else if let token = given.token {
            result.authorization = try bearer(token.revealed)
        } else if let basic = given.basic?.revealed {
            let login = Base64.encode(Array("\(basic.username):\(basic.password)".utf8))
            result.authorization = Secret("Basic \(login)")
        } else if let plugin = given.exec {
            log?.note("running the credential plugin \(plugin.command)")
            let credential = try await ExecCredential.fetch(plugin, for: cluster, in: environment)
            result.authorization = try credential.token.map { try bearer($0.revealed) }
            result.clientCertificate = credential.clientCertificate
            result.clientKey = credential.clientKey
            if result.clientCertificate != current?.clientCertificate { result.generation += 1 }
            expiration = credential.expiration
        }
        self.expiration = expiration
        current = result
        return result
    }

    private func token(in path: String) throws(ClusterError) -> String {
        do {
            let bytes = try environment.files.read(path, limit: 1 << 20)
            return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        } catch {
            throw .credentials("cannot read the token file \(path.escapingControls): \(error.reason)")
        }
    }

    /// A token must fit into a header line.
    private func bearer(_ token: String) throws(ClusterError) -> Secret<String> {
        guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .credentials("the token is empty or contains characters that no token has")
        }
        return Secret("Bearer \(token)")
    }
}

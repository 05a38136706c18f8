/// The connection to one server with the credentials of now: a new one is made when a client certificate
/// changes.
actor Session {
    private let cluster: ClusterConfiguration
    private let environment: Environment
    private let sizeLimit: Int
    private let source: CredentialSource
    private let fixed: (any HTTPTransport)?
    private var transport: (any HTTPTransport)?
    private var generation = 0

    /// With `transport`, such as the sandbox in process, no connection is ever made.
    init(
        _ cluster: ClusterConfiguration, in environment: Environment, transport: (any HTTPTransport)?,
        sizeLimit: Int, log: RequestLog?
    ) {
        self.cluster = cluster
        self.environment = environment
        self.sizeLimit = sizeLimit
        fixed = transport
        source = CredentialSource(cluster, in: environment, log: log)
    }

    /// What the next request needs.
    struct Prepared: Sendable {
        let transport: any HTTPTransport
        /// The headers that say who asks.
        let headers: [HTTPHeader]
        /// The version of the credentials.
        let version: Int
    }

    /// The server with the client certificate of now, and the headers that say who asks.
    func connection() async throws -> (ClusterConfiguration, [HTTPHeader]) {
        let credentials = try await source.now()
        return (configuration(credentials), headers(credentials))
    }

    func prepare() async throws -> Prepared {
        let credentials = try await source.now()
        let headers = headers(credentials)
        func prepared(_ transport: any HTTPTransport) -> Prepared {
            Prepared(transport: transport, headers: headers, version: credentials.version)
        }
        if let fixed { return prepared(fixed) }
        if let transport, generation == credentials.generation { return prepared(transport) }
        let configuration = configuration(credentials)
        // The old one is not closed: answers may still come over it. It goes when the last has been read.
        let new = try NetworkTransport(configuration, in: environment, sizeLimit: sizeLimit)
        transport = new
        generation = credentials.generation
        return prepared(new)
    }

    private func configuration(_ credentials: CredentialSource.Current) -> ClusterConfiguration {
        guard let certificate = credentials.clientCertificate else { return cluster }
        var configuration = cluster
        configuration.tls.clientCertificate = certificate
        configuration.tls.clientKey = credentials.clientKey
        return configuration
    }

    private func headers(_ credentials: CredentialSource.Current) -> [HTTPHeader] {
        var headers = Self.impersonation(cluster.impersonation)
        if let authorization = credentials.authorization {
            headers.append(HTTPHeader("Authorization", authorization.revealed))
        }
        return headers
    }

    /// After a 401 for credentials of a version: whether another try with renewed ones makes sense.
    func renew(after version: Int) async -> Bool { await source.renew(after: version) }

    func close() async {
        await transport?.close()
        transport = nil
    }

    private static func impersonation(_ who: Impersonation) -> [HTTPHeader] {
        var headers: [HTTPHeader] = []
        if let user = who.user { headers.append(HTTPHeader("Impersonate-User", user)) }
        if let uid = who.uid { headers.append(HTTPHeader("Impersonate-Uid", uid)) }
        headers += who.groups.map { HTTPHeader("Impersonate-Group", $0) }
        for (key, values) in who.extra.sorted(by: { $0.key < $1.key }) {
            let name = "Impersonate-Extra-" + PercentEncoding.encode(key.lowercased())
            headers += values.map { HTTPHeader(name, $0) }
        }
        return headers
    }
}

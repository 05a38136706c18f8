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

    /// The transport to use now, and the headers that say who asks.
    func prepare() async throws -> (transport: any HTTPTransport, headers: [HTTPHeader]) {
        let credentials = try await source.now()
        var headers = Self.impersonation(cluster.impersonation)
        if let authorization = credentials.authorization {
            headers.append(HTTPHeader("Authorization", authorization.revealed))
        }
        if let fixed { return (fixed, headers) }
        if let transport, generation == credentials.generation { return (transport, headers) }
        var configuration = cluster
        if let certificate = credentials.clientCertificate {
            configuration.tls.clientCertificate = certificate
            configuration.tls.clientKey = credentials.clientKey
        }
        // The old one is not closed: answers may still come over it. It goes when the last has been read.
        let new = try NetworkTransport(configuration, in: environment, sizeLimit: sizeLimit)
        transport = new
        generation = credentials.generation
        return (new, headers)
    }

    /// After a 401: whether another try with renewed credentials makes sense.
    func renew() async -> Bool { await source.renew() }

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

import Diagnostics

/// How the connection is secured, from a cluster, a user and flags, by kubectl's precedence.
struct TLSReading {
    private(set) var configuration = TLSConfiguration()

    /// Whether anything speaks for TLS, so that an address without a scheme means https.
    var isMentioned: Bool {
        configuration.certificateAuthority != nil || configuration.clientCertificate != nil
            || configuration.skipsVerification
    }

    init(
        _ cluster: KubeconfigEntry?, _ user: KubeconfigEntry?, _ overrides: KubeconfigOverrides,
        _ files: any FileAccess
    ) throws(ClusterError) {
        try readServerSide(cluster, overrides, files)
        try readClientSide(user, overrides, files)
    }

    private mutating func readServerSide(
        _ cluster: KubeconfigEntry?, _ overrides: KubeconfigOverrides, _ files: any FileAccess
    ) throws(ClusterError) {
        let authority = overrides.certificateAuthority.nonEmpty
        if overrides.insecureSkipTLSVerify || authority != nil {
            // A flag of this group sets the whole group, or the two would contradict the kubeconfig.
            configuration.skipsVerification = overrides.insecureSkipTLSVerify
            if let authority {
                configuration.certificateAuthority = try readFlag(authority, "--certificate-authority", files)
            }
        } else if let cluster {
            configuration.skipsVerification = try cluster.bool("insecure-skip-tls-verify")
            configuration.certificateAuthority = try cluster.material("certificate-authority", files)
        }
        if configuration.skipsVerification && configuration.certificateAuthority != nil {
            throw .configuration(
                "a certificate authority and insecure-skip-tls-verify contradict each other: give one of them"
            )
        }
        configuration.serverName = overrides.tlsServerName.nonEmpty
        if configuration.serverName == nil && overrides.server.nonEmpty == nil {
            configuration.serverName = try cluster?.string("tls-server-name")
        }
    }

    private mutating func readClientSide(
        _ user: KubeconfigEntry?, _ overrides: KubeconfigOverrides, _ files: any FileAccess
    ) throws(ClusterError) {
        var certificate = try user?.material("client-certificate", files)
        var key = try user?.material("client-key", files)
        if let path = overrides.clientCertificate.nonEmpty {
            certificate = try readFlag(path, "--client-certificate", files)
        }
        if let path = overrides.clientKey.nonEmpty { key = try readFlag(path, "--client-key", files) }
        switch (certificate, key) {
        case (nil, nil): return
        case (.some, .some): break
        case (.some, nil):
            throw lacking("client-key", "a client certificate needs its key: client-key is missing", user)
        case (nil, .some):
            throw lacking(
                "client-certificate", "a client key needs its certificate: client-certificate is missing",
                user)
        }
        configuration.clientCertificate = certificate
        configuration.clientKey = key.map { Secret($0) }
    }

    private func lacking(_ key: String, _ text: String, _ user: KubeconfigEntry?) -> ClusterError {
        user?.problem(key, text) ?? .configuration(text)
    }

    private func readFlag(_ path: String, _ flag: String, _ files: any FileAccess)
        throws(ClusterError) -> [UInt8]
    {
        do {
            return try files.read(path, limit: KubeconfigFile.sizeLimit)
        } catch {
            throw .configuration("unable to read \(flag) \(path.escapingControls): \(error.reason)")
        }
    }
}

extension ClusterConfiguration {
    private static let accountFolder = "/var/run/secrets/kubernetes.io/serviceaccount"

    /// The configuration of the pod this runs in; nil outside of a cluster.
    static func inCluster(_ overrides: KubeconfigOverrides, in environment: Environment)
        throws(ClusterError) -> ClusterConfiguration?
    {
        guard let host = environment.variable("KUBERNETES_SERVICE_HOST"),
            let port = environment.variable("KUBERNETES_SERVICE_PORT").flatMap({ UInt16($0) })
        else { return nil }
        let tokenFile = "\(accountFolder)/token"
        do {
            _ = try environment.files.read(tokenFile, limit: KubeconfigFile.sizeLimit)
        } catch .missing {
            return nil
        } catch {
            throw .configuration("unable to read the service account's token \(tokenFile): \(error.reason)")
        }
        var result = ClusterConfiguration(
            server: ServerURL(isSecure: true, host: host, port: Int(port)), origin: .inCluster)
        let authority = try? environment.files.read(
            "\(accountFolder)/ca.crt", limit: KubeconfigFile.sizeLimit)
        result.tls.certificateAuthority = authority
        let reading = try CredentialReading(nil, nil, overrides, environment.files)
        result.credentials = reading.credentials
        if result.credentials.token == nil { result.credentials.tokenFile = tokenFile }
        result.impersonation = reading.impersonation
        let namespace = overrides.namespace.nonEmpty ?? accountNamespace(environment)
        result.namespace = namespace ?? "default"
        result.namespaceIsExplicit = overrides.namespace.nonEmpty != nil
        result.requestTimeout = overrides.requestTimeout.flatMap { $0 > .zero ? $0 : nil }
        result.disablesCompression = overrides.disablesCompression
        result.kubectlArguments = overrides.kubectlArguments
        return result
    }

    private static func accountNamespace(_ environment: Environment) -> String? {
        if let name = environment.variable("POD_NAMESPACE") { return name }
        guard let bytes = try? environment.files.read("\(accountFolder)/namespace", limit: 4096) else {
            return nil
        }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        return text.isEmpty ? nil : text
    }
}

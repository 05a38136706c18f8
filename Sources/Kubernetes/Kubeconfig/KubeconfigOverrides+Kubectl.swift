extension KubeconfigOverrides {
    /// The flags that tell kubectl the same; those that carry secrets are no more visible than they were to
    /// us.
    var kubectlArguments: [String] {
        let texts: [(String, String?)] = [
            ("kubeconfig", kubeconfig), ("context", context), ("cluster", cluster), ("user", user),
            ("server", server), ("tls-server-name", tlsServerName),
            ("certificate-authority", certificateAuthority), ("client-certificate", clientCertificate),
            ("client-key", clientKey), ("token", token), ("username", username), ("password", password),
            ("as", impersonatedUser),
            ("as-uid", impersonatedUID),
        ]
        var result = texts.compactMap { name, value in value.nonEmpty.map { "--\(name)=\($0)" } }
        result += impersonatedGroups.map { "--as-group=\($0)" }
        for (key, values) in impersonatedExtra.sorted(by: { $0.key < $1.key }) {
            result += values.map { "--as-user-extra=\(key)=\($0)" }
        }
        if insecureSkipTLSVerify { result.append("--insecure-skip-tls-verify") }
        if disablesCompression { result.append("--disable-compression") }
        return result
    }
}

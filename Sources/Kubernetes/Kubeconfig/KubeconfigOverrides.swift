/// What flags say over the kubeconfig; nil or empty means not given. Names are kubectl's.
package struct KubeconfigOverrides: Sendable {
    /// The one file to read, which must exist.
    package var kubeconfig: String?
    package var context: String?
    package var cluster: String?
    package var user: String?
    package var namespace: String?
    package var server: String?
    package var tlsServerName: String?
    package var insecureSkipTLSVerify = false
    package var certificateAuthority: String?
    package var clientCertificate: String?
    package var clientKey: String?
    package var token: String?
    package var username: String?
    package var password: String?
    package var impersonatedUser: String?
    package var impersonatedUID: String?
    package var impersonatedGroups: [String] = []
    package var impersonatedExtra: [String: [String]] = [:]
    /// How long one request may take; nil for no limit, as kubectl has it.
    package var requestTimeout: Duration?
    package var disablesCompression = false

    package init() {}
}

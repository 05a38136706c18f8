import Diagnostics
import YAML

/// Who sends the requests, from a user and flags, by kubectl's precedence.
struct CredentialReading {
    private(set) var credentials = Credentials()
    private(set) var impersonation = Impersonation()

    init(
        _ user: KubeconfigEntry?, _ cluster: KubeconfigEntry?, _ overrides: KubeconfigOverrides,
        _ files: any FileAccess
    ) throws(ClusterError) {
        try readTokens(user, overrides, files)
        try readBasic(user, overrides)
        if let user {
            credentials.exec = try ExecPluginReading.plugin(of: user, cluster)
            try readAuthProvider(user)
        }
        try readImpersonation(user, overrides)
    }

    private mutating func readTokens(
        _ user: KubeconfigEntry?, _ overrides: KubeconfigOverrides, _ files: any FileAccess
    ) throws(ClusterError) {
        if let token = overrides.token.nonEmpty {
            credentials.token = Secret(token)
            return
        }
        guard let user else { return }
        credentials.token = try user.string("token").map { Secret($0) }
        guard let path = try user.path("tokenFile") else { return }
        _ = try user.contents(path, of: "tokenFile", files)
        credentials.tokenFile = path
    }

    private mutating func readBasic(_ user: KubeconfigEntry?, _ overrides: KubeconfigOverrides)
        throws(ClusterError)
    {
        let name = try overrides.username.or("username", of: user)
        let password = try overrides.password.or("password", of: user)
        guard name != nil || password != nil else { return }
        if overrides.username.nonEmpty != nil && overrides.token.nonEmpty == nil {
            // Flags for basic auth take the place of the file's token.
            credentials.token = nil
            credentials.tokenFile = nil
        }
        guard credentials.token == nil && credentials.tokenFile == nil else {
            if overrides.token.nonEmpty != nil { return }
            throw user?.problem("username", "a token and a user name are both given; keep one of them")
                ?? .configuration("a token and a user name are both given; keep one of them")
        }
        credentials.basic = Secret(BasicAuth(username: name ?? "", password: password ?? ""))
    }

    /// Of the removed built-in providers only a still valid OpenID token can be used.
    private mutating func readAuthProvider(_ user: KubeconfigEntry) throws(ClusterError) {
        let node = try user.child("auth-provider")
        let provider = KubeconfigEntry(name: user.name, node: node, file: user.file, section: "user")
        guard let name = try provider.string("name") else { return }
        if credentials.exec != nil {
            throw user.problem("auth-provider", "auth-provider and exec are both given; keep one of them")
        }
        let settings = KubeconfigEntry(
            name: user.name, node: try provider.child("config"), file: user.file, section: "user")
        if name == "oidc", let token = try settings.string("id-token") {
            if credentials.token == nil { credentials.token = Secret(token) }
        } else if credentials.token == nil && credentials.tokenFile == nil {
            throw user.problem(
                "auth-provider",
                "the auth provider \"\(name)\" is no longer part of Kubernetes; use an exec plugin instead")
        }
    }

    private mutating func readImpersonation(_ user: KubeconfigEntry?, _ overrides: KubeconfigOverrides)
        throws(ClusterError)
    {
        impersonation.user = try overrides.impersonatedUser.or("as", of: user)
        impersonation.uid = try overrides.impersonatedUID.or("as-uid", of: user)
        impersonation.groups = overrides.impersonatedGroups
        if impersonation.groups.isEmpty { impersonation.groups = try user?.strings("as-groups") ?? [] }
        impersonation.extra = overrides.impersonatedExtra
        if impersonation.extra.isEmpty { impersonation.extra = try user?.stringLists("as-user-extra") ?? [:] }
        if impersonation.user == nil && !impersonation.isEmpty {
            throw .configuration(
                "a uid, groups or extra values can only be impersonated together with a user")
        }
        let texts =
            [impersonation.user, impersonation.uid].compactMap(\.self) + impersonation.groups
            + impersonation.extra.flatMap { [$0.key] + $0.value }
        guard texts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }) else {
            throw .configuration("names to impersonate must not contain control characters")
        }
    }
}

package import YAML

/// Everything needed to talk to one API server, read from a kubeconfig, flags or a pod's service account.
package struct ClusterConfiguration: Sendable {
    /// Where the configuration was found, for messages and for the question whether a sandbox takes its
    /// place.
    package enum Origin: Sendable, Equatable {
        case kubeconfig(files: [String])
        case inCluster
        case flags
        case sandbox
    }

    package var server: ServerURL
    package var tls = TLSConfiguration()
    package var credentials = Credentials()
    package var impersonation = Impersonation()
    /// The cluster's `proxy-url`; nil leaves it to `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
    package var proxyURL: String?
    /// The namespace of the flags or the context; `default` when neither names one.
    package var namespace = "default"
    /// Whether a flag or the context named `namespace`.
    package var namespaceIsExplicit = false
    package var contextName: String?
    package var clusterName: String?
    package var origin: Origin
    package var requestTimeout: Duration?
    package var disablesCompression = false
    /// The arguments that make kubectl use this same configuration.
    package var kubectlArguments: [String] = []
    /// What the user should be told on stderr before the first request.
    package var warnings: [String] = []

    package init(server: ServerURL, origin: Origin) {
        self.server = server
        self.origin = origin
    }
}

package struct TLSConfiguration: Sendable {
    /// PEM; nil means the system's roots.
    package var certificateAuthority: [UInt8]?
    /// The name to ask for and to check, where it is not the server's host.
    package var serverName: String?
    package var skipsVerification = false
    package var clientCertificate: [UInt8]?
    package var clientKey: Secret<[UInt8]>?

    package init() {}
}

/// How requests say who sends them. A token file wins over a token, both over basic auth, all over a plugin.
package struct Credentials: Sendable {
    package var token: Secret<String>?
    /// Read again now and then, since tokens of pods rotate.
    package var tokenFile: String?
    package var basic: Secret<BasicAuth>?
    package var exec: ExecPlugin?

    package init() {}
}

package struct BasicAuth: Sendable, Equatable {
    package var username: String
    package var password: String
}

/// Whom the server should take the user for: `--as` and its companions.
package struct Impersonation: Sendable, Equatable {
    package var user: String?
    package var uid: String?
    package var groups: [String] = []
    package var extra: [String: [String]] = [:]

    package init() {}

    package var isEmpty: Bool { user == nil && uid == nil && groups.isEmpty && extra.isEmpty }
}

/// A program of the user's that prints credentials (`client.authentication.k8s.io`).
package struct ExecPlugin: Sendable {
    package enum Interaction: String, Sendable, CaseIterable { case Never, IfAvailable, Always }

    /// `client.authentication.k8s.io/v1` or `…/v1beta1`.
    package var apiVersion: String
    /// A name to be found on PATH, or a path.
    package var command: String
    package var arguments: [String] = []
    /// Added to the environment of this program, in the order of the kubeconfig.
    package var environment: [(name: String, value: Secret<String>)] = []
    package var interaction = Interaction.IfAvailable
    package var providesClusterInfo = false
    package var installHint: String?
    /// The cluster's extension for plugins, passed on with the cluster's data.
    package var clusterConfig: Node?

    package init(apiVersion: String, command: String) {
        self.apiVersion = apiVersion
        self.command = command
    }
}

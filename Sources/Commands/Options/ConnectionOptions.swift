import ArgumentParser
import Kubernetes
import Schema

/// Which cluster, as whom, and how: kubectl's flags, with 0.7.1's letters for `--kubeconfig` and
/// `--namespace`.
struct ConnectionOptions: ParsableArguments {
    enum Transport: String, ExpressibleByArgument, CaseIterable, Sendable {
        /// HTTP to the API server.
        case rest
        /// The user's kubectl, for the same requests.
        case kubectl
    }

    @Option(name: .shortAndLong, help: "Namespace to act in; the context's unless given.")
    var namespace: String?

    @Option(
        name: [.customShort("c"), .customLong("kubeconfig")],
        help: "Kubeconfig file; $KUBECONFIG or ~/.kube/config unless given.", completion: .file())
    var kubeconfig: String?

    @Option(help: "Context of the kubeconfig to use.") var context: String?
    @Option(help: "Cluster of the kubeconfig to use.") var cluster: String?
    @Option(help: "User of the kubeconfig to use.") var user: String?
    @Option(help: "Address of the API server.") var server: String?
    @Option(help: "Bearer token.") var token: String?
    @Option(name: .customLong("as"), help: "User to act as.") var impersonate: String?
    @Option(name: .customLong("as-group"), help: "Group to act as; may be repeated.") var impersonateGroups:
        [String] = []
    @Option(name: .customLong("as-uid"), help: "UID to act as.") var impersonateUID: String?
    @Option(help: "How long one request may take, such as 30s; 0 for no limit.") var requestTimeout: TimeSpan?
    @Option(name: .customLong("kubeclient-timeout"), help: .private) var clientTimeout: TimeSpan?
    @Option(help: .private, completion: .file()) var certificateAuthority: String?
    @Option(help: .private, completion: .file()) var clientCertificate: String?
    @Option(help: .private, completion: .file()) var clientKey: String?
    @Option(help: .private) var tlsServerName: String?
    @Option(help: .private) var username: String?
    @Option(help: .private) var password: String?

    @Flag(help: "Do not check the server's certificate. Not for production.")
    var insecureSkipTlsVerify = false

    @Option(help: "How requests travel: rest, or kubectl to run the one on PATH ($ISTIOCTL_TRANSPORT).")
    var transport: Transport?
}

/// A duration in Go's form, as kubectl takes it; a bare number means seconds.
struct TimeSpan: ExpressibleByArgument, Sendable {
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        if let seconds = Int64(argument) {
            duration = .seconds(seconds)
        } else if let parsed = Duration(goText: argument) {
            duration = parsed
        } else {
            return nil
        }
    }
}

extension ConnectionOptions {
    var overrides: KubeconfigOverrides {
        var result = KubeconfigOverrides()
        result.kubeconfig = kubeconfig
        result.context = context
        result.cluster = cluster
        result.user = user
        result.namespace = namespace
        result.server = server
        result.tlsServerName = tlsServerName
        result.insecureSkipTLSVerify = insecureSkipTlsVerify
        result.certificateAuthority = certificateAuthority
        result.clientCertificate = clientCertificate
        result.clientKey = clientKey
        result.token = token
        result.username = username
        result.password = password
        result.impersonatedUser = impersonate
        result.impersonatedUID = impersonateUID
        result.impersonatedGroups = impersonateGroups
        result.requestTimeout = (requestTimeout ?? clientTimeout)?.duration
        return result
    }
}

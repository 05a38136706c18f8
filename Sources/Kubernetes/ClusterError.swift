package import YAML

/// Why a request to a cluster did not give what was asked for. Texts never contain credentials.
package enum ClusterError: Error, Sendable {
    /// The server answered with a `Status` or another error answer.
    case status(APIStatus)
    /// Nothing answered: no connection, no TLS, no name.
    case unreachable(server: String, reason: String)
    /// The deadline of the request or the command passed.
    case timedOut(server: String)
    /// The answer was not what the API promises: cut short, not JSON, too large.
    case malformed(server: String, reason: String)
    /// No cluster is configured, or the configuration cannot be used.
    case configuration(String)
    /// Credentials could not be had, for instance because a plugin failed.
    case credentials(String)
}

/// The part of a Kubernetes `Status` that callers decide by.
package struct APIStatus: Sendable, Equatable {
    package var code: Int
    /// `NotFound`, `AlreadyExists`, `Conflict`, `Invalid` …; empty when the server gave none.
    package var reason: String
    package var message: String
    /// Seconds to wait before another try, from `Retry-After`.
    package var retryAfter: Int?
    /// The whole Status object, where there was one.
    package var body: Node?

    package init(code: Int, reason: String, message: String, retryAfter: Int? = nil, body: Node? = nil) {
        self.code = code
        self.reason = reason
        self.message = message
        self.retryAfter = retryAfter
        self.body = body
    }

    package var isNotFound: Bool { code == 404 }
    package var isConflict: Bool { code == 409 && reason != "AlreadyExists" }
    package var alreadyExists: Bool { code == 409 && reason == "AlreadyExists" }
}

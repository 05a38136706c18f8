import Diagnostics
import Kubernetes

extension ClusterError {
    /// The error in one line, without control characters: the server's own words where it gave some.
    var text: String {
        switch self {
        case .status(let status):
            status.message.isEmpty
                ? "the server answered with status \(status.code)"
                : status.message.escapingControls
        case .unreachable(let server, let reason):
            "cannot reach \(server.escapingControls): \(reason.escapingControls)"
        case .timedOut(let server): "\(server.escapingControls) did not answer in time"
        case .malformed(let server, let reason):
            "\(server.escapingControls) did not answer as a Kubernetes API: \(reason.escapingControls)"
        case .configuration(let reason), .credentials(let reason): reason.escapingControls
        }
    }

    var isNotFound: Bool {
        if case .status(let status) = self { return status.isNotFound }
        return false
    }

    /// Whether the server has the type, and only the object is missing.
    var isMissingObject: Bool {
        if case .status(let status) = self { return status.isNotFound && status.body != nil }
        return false
    }

    /// Whether the cluster as a whole is away, and not one object.
    var isUnavailable: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .status, .malformed, .configuration, .credentials: false
        }
    }

    var isConflict: Bool {
        if case .status(let status) = self { return status.isConflict }
        return false
    }
}

/// Any error in one line for people.
enum ErrorText {
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as ClusterError: error.text
        case let failure as Failure: failure.message ?? ""
        default: "\(error)".escapingControls
        }
    }
}

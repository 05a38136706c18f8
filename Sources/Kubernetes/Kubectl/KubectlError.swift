import Diagnostics

/// Reads what kubectl prints when a request fails back into the error it was.
enum KubectlError {
    private static let codes: [String: Int] = [
        "AlreadyExists": 409, "BadRequest": 400, "Conflict": 409, "Expired": 410, "Forbidden": 403,
        "Gone": 410,
        "InternalError": 500, "Invalid": 422, "MethodNotAllowed": 405, "NotAcceptable": 406, "NotFound": 404,
        "RequestEntityTooLarge": 413, "ServerTimeout": 500, "ServiceUnavailable": 503, "Timeout": 504,
        "TooManyRequests": 429, "Unauthorized": 401, "UnsupportedMediaType": 415,
    ]

    static func read(_ errors: String, server: String, exitStatus: Int?) -> ClusterError {
        let lines = errors.split(separator: "\n").filter { !$0.hasPrefix("Warning: ") && !isLog($0) }
        let text = lines.joined(separator: "\n").escapingControlsKeepingLines
        if let rest = text.after("Error from server (") { return status(rest) }
        if let message = text.after("Error from server: ") {
            return .status(APIStatus(code: 500, reason: "InternalError", message: message))
        }
        if text.hasPrefix("The ") && text.contains(" is invalid") {
            return .status(APIStatus(code: 422, reason: "Invalid", message: text))
        }
        if let message = text.after("error: You must be logged in to the server") {
            let reason = message.isEmpty ? "Unauthorized" : message.trimmingParentheses
            return .status(APIStatus(code: 401, reason: "Unauthorized", message: reason))
        }
        if let reason = text.after("Unable to connect to the server: ") {
            if reason.contains("Client.Timeout") || reason.contains("deadline exceeded") {
                return .timedOut(server: server)
            }
            return .unreachable(server: server, reason: reason)
        }
        if text.hasPrefix("The connection to the server ") {
            return .unreachable(server: server, reason: "connection refused")
        }
        if let message = text.after("error: ") ?? text.after("Error: ") {
            return applying(message) ?? .configuration(message)
        }
        let end = exitStatus.map { "exit status \($0)" } ?? "a signal"
        return .configuration(text.isEmpty ? "kubectl ended with \(end)" : text)
    }

    /// What the server refuses to apply, kubectl tells with advice of its own and without the status.
    private static func applying(_ message: String) -> ClusterError? {
        if message.hasPrefix("Apply failed with ") {
            let lines = message.split(separator: "\n").prefix { !$0.hasPrefix("Please review the fields") }
            return .status(
                APIStatus(code: 409, reason: "Conflict", message: lines.joined(separator: "\n")))
        }
        guard message.hasPrefix("Server-side apply not available on the server") else { return nil }
        return .status(APIStatus(code: 415, reason: "UnsupportedMediaType", message: message))
    }

    /// `NotFound): routerules.config.istio.io "x" not found`
    private static func status(_ rest: String) -> ClusterError {
        guard let end = rest.firstIndex(of: ")") else {
            return .status(APIStatus(code: 500, reason: "", message: rest))
        }
        let reason = String(rest[..<end])
        var message = rest[rest.index(after: end)...]
        if message.first == ":" { message = message.dropFirst() }
        if message.first == " " { message = message.dropFirst() }
        return .status(APIStatus(code: codes[reason] ?? 500, reason: reason, message: String(message)))
    }

    /// A line of klog, such as `E1123 02:37:57.123456 1 memcache.go:265] …`.
    private static func isLog(_ line: Substring) -> Bool {
        guard let level = line.utf8.first, "IWEF".utf8.contains(level) else { return false }
        let digits = line.utf8.dropFirst().prefix(4)
        return digits.count == 4 && digits.allSatisfy { 48...57 ~= $0 }
    }
}

extension String {
    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    fileprivate func contains(_ words: String) -> Bool {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(words) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// `(Unauthorized)` becomes `Unauthorized`.
    fileprivate var trimmingParentheses: String { filter { $0 != "(" && $0 != ")" }.trimmingSpace }

    private var trimmingSpace: String { String(drop { $0 == " " }) }
}

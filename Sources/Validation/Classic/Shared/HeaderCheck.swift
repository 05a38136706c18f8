import Diagnostics
import Schema

extension Report {
    /// The name of a header: lower case, as HTTP/2 has them.
    mutating func checkHeaderName(_ name: String, _ prefix: String? = nil, at place: @autoclosure () -> Place)
    {
        if name.isEmpty {
            error(.invalidHeader, (prefix ?? "") + "header name cannot be empty", at: place())
        } else if name != name.lowercased() {
            error(
                .invalidHeader, (prefix ?? "header name \(name.quoted) ") + "must be in lower case",
                at: place(),
                hint: "write `\(name.lowercased().escapingControls)`")
        }
    }

    mutating func checkMethod(_ method: String, at place: @autoclosure () -> Place) {
        guard !methods.contains(method) else { return }
        error(
            .invalidMethod, "\(method.quoted) is not a supported HTTP method", at: place(),
            hint: "supported are \(methods.joined(separator: ", "))")
    }
}

private let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"]

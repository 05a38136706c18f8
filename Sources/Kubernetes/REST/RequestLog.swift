import Diagnostics

/// What `-v` shows of requests, by kubectl's levels: 6 adds addresses and times, 7 headers, 8 bodies.
///
/// Credentials never get here: headers that carry them are redacted, and so are bodies that hold secrets.
package struct RequestLog: Sendable {
    package var verbosity: Int
    private let write: @Sendable (String) -> Void

    private static let bodyLimit = 4096
    private static let secretHeaders: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "www-authenticate",
    ]
    private static let secretResources = ["/secrets", "/tokenreviews", "/tokenrequests", "/token"]

    package init(verbosity: Int, _ write: @escaping @Sendable (String) -> Void) {
        self.verbosity = verbosity
        self.write = write
    }

    func sending(_ request: HTTPRequest, to server: String) {
        guard verbosity >= 7 else { return }
        line("\(request.method.rawValue) \(server)\(request.target)")
        headers(request.headers)
        if verbosity >= 8, let body = request.body { show(body, "Request body", request.target) }
    }

    func received(_ status: Int, for request: HTTPRequest, from server: String, after time: Duration) {
        guard verbosity >= 6 else { return }
        let milliseconds =
            time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        line(
            "\(request.method.rawValue) \(server)\(request.target) \(status) in \(milliseconds) milliseconds")
    }

    func received(_ body: [UInt8], for request: HTTPRequest) {
        if verbosity >= 8 { show(body, "Response body", request.target) }
    }

    /// Something about the connection that is worth a line from `level` on.
    func note(_ text: String, level: Int = 4) {
        if verbosity >= level { line(text) }
    }

    private func headers(_ headers: [HTTPHeader]) {
        for header in headers {
            let isSecret = Self.secretHeaders.contains(header.name.lowercased())
            line("    \(header.name): \(isSecret ? "--- REDACTED ---" : header.value)")
        }
    }

    private func show(_ body: [UInt8], _ title: String, _ target: String) {
        let path = target.split(separator: "?", maxSplits: 1).first.map(String.init) ?? ""
        let segments = path.split(separator: "/").map { "/\($0)" }
        if segments.contains(where: Self.secretResources.contains) {
            return line("\(title): \(body.count) bytes, not shown")
        }
        let text = String(decoding: body.prefix(Self.bodyLimit), as: UTF8.self)
        let rest = body.count > Self.bodyLimit ? " [\(body.count - Self.bodyLimit) bytes more]" : ""
        line("\(title): \(text)\(rest)")
    }

    private func line(_ text: String) { write(text.escapingControls) }
}

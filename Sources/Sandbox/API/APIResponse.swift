import Serving
package import YAML

/// What the API server answers.
package struct APIResponse: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// A long answer that is never in one place, so that memory can be given back as it is sent.
        case pieces([[UInt8]])
        /// Lines of JSON as they come, until the watch ends.
        case stream(AsyncStream<[UInt8]>)
    }

    package var status: Int
    package var contentType = "application/json"
    package var headers: [(String, String)] = []
    package var body: Body

    package init(status: Int = 200, bytes: [UInt8]) {
        self.status = status
        body = .bytes(bytes)
    }

    package init(status: Int = 200, _ node: Node) {
        self.init(status: status, bytes: JSONWriter.bytes(node))
    }

    package init(text: String) {
        self.init(bytes: Array(text.utf8))
        contentType = "text/plain; charset=utf-8"
    }

    package init(stream: AsyncStream<[UInt8]>) {
        status = 200
        body = .stream(stream)
    }

    /// One piece is as good as none.
    package init(pieces: [[UInt8]]) {
        status = 200
        body = pieces.count == 1 ? .bytes(pieces[0]) : .pieces(pieces)
    }

    static func failure(_ failure: APIFailure) -> APIResponse {
        var response = APIResponse(status: failure.code, failure.node)
        if let seconds = failure.retryAfter { response.headers.append(("Retry-After", String(seconds))) }
        if failure.code == 401 { response.headers.append(("WWW-Authenticate", "Bearer")) }
        return response
    }
}

/// Bounds on requests; each refusal says which one was exceeded.
package struct APILimits: Sendable {
    package var bodyBytes = 3 << 20
    /// How long a connection may take to be made and bring its first head.
    package var headTime = Duration.seconds(30)
    /// How long a client may leave an answer unread before it is cut; one who reads a log page by page is
    /// slow, too.
    package var stallTime = Duration.seconds(600)
    /// How long the body of a request may take to come.
    package var bodyTime = Duration.seconds(30)
    package var patchOperations = 10_000
    package var depth = 100
    package var watches = 1_000
    package var watchTime = Duration.seconds(3_600)
    package var bookmarkInterval = Duration.seconds(30)

    package static let standard = APILimits()

    package init() {}

    var connection: ConnectionLimits {
        ConnectionLimits(
            bodyBytes: bodyBytes, headTime: headTime, stallTime: stallTime, bodyTime: bodyTime)
    }

    var reading: ReadLimits {
        var limits = ReadLimits()
        limits.depth = depth
        limits.sourceBytes = bodyBytes
        return limits
    }
}

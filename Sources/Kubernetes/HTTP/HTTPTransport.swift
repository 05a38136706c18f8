/// Sends one request and gives back the beginning of its answer; the body follows as it comes.
///
/// The network is one transport, the sandbox in process another, and tests bring their own.
package protocol HTTPTransport: Sendable {
    /// Throws `TransportError`, or `CancellationError` when the task was cancelled.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Gives back sockets and threads; nothing may be sent afterwards.
    func close() async
}

extension HTTPTransport {
    package func close() async {}
}

package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether sending it twice does no more than sending it once.
        var isRepeatable: Bool { self == .get }
    }

    package var method: Method
    /// Path and query, percent-encoded, beginning with a slash.
    package var target: String
    package var headers: [HTTPHeader]
    package var body: [UInt8]?
    /// The answer is a stream of events that ends when either side has enough.
    package var isWatch = false

    package init(_ method: Method, _ target: String, headers: [HTTPHeader] = [], body: [UInt8]? = nil) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

package struct HTTPHeader: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

package struct HTTPResponse: Sendable {
    package typealias Body = AsyncThrowingStream<[UInt8], any Error>

    package var status: Int
    package var headers: [HTTPHeader]
    /// Chunks as they come, without meaning in their borders; ends by throwing when the answer is cut short.
    package var body: Body

    package init(status: Int, headers: [HTTPHeader] = [], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package init(status: Int, headers: [HTTPHeader] = [], bytes: [UInt8] = []) {
        let body = Body { continuation in
            if !bytes.isEmpty { continuation.yield(bytes) }
            continuation.finish()
        }
        self.init(status: status, headers: headers, body: body)
    }

    /// The first value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why no whole answer came.
package enum TransportError: Error, Sendable, Equatable {
    /// No connection, no TLS, no name.
    case unreachable(String)
    /// The connection ended before the answer did. Nothing of it came when `beforeAnswer`.
    case cutShort(String, beforeAnswer: Bool)
    case timedOut
    /// What came is no HTTP, or breaks a limit.
    case malformed(String)
}

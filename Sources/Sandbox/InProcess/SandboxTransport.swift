package import Kubernetes

/// Carries requests to an API server in this process: no socket, no TLS, no token.
package struct SandboxTransport: HTTPTransport {
    private let server: APIServer

    package init(_ server: APIServer) { self.server = server }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        func header(_ name: String) -> String? {
            request.headers.first { $0.name.lowercased() == name }?.value
        }
        let response = await server.respond(
            to: APIRequest(
                method: request.method.rawValue, target: request.target, accept: header("accept") ?? "",
                contentType: header("content-type") ?? "application/json",
                userAgent: header("user-agent") ?? "", body: request.body ?? []))
        try Task.checkCancellation()
        let headers =
            [HTTPHeader("Content-Type", response.contentType)]
            + response.headers.map { HTTPHeader($0.0, $0.1) }
        switch response.body {
        case .bytes(let bytes):
            return HTTPResponse(status: response.status, headers: headers, bytes: bytes)
        case .pieces(let pieces):
            return HTTPResponse(status: response.status, headers: headers, bytes: Array(pieces.joined()))
        case .stream(let stream):
            return HTTPResponse(status: response.status, headers: headers, body: Self.body(stream))
        }
    }

    private static func body(_ stream: AsyncStream<[UInt8]>) -> HTTPResponse.Body {
        HTTPResponse.Body { continuation in
            let task = Task {
                for await bytes in stream { continuation.yield(bytes) }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

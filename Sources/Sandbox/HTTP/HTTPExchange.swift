import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Serving
import Synchronization
import YAML

/// One HTTP request, carried to the API server and back.
struct HTTPExchange: Sendable {
    let gate: RequestGate
    let api: APIServer

    func respond(to request: Request, on channel: any Channel) async -> Response {
        let headers = request.headers
        let host = request.head.authority
        var user: Node?
        switch gate.caller(
            host: host, origin: headers[.origin], authorization: headers[.authorization])
        {
        case .owner: break
        case .account(let claims): user = claims.user
        case .refused(let answer): return response(answer)
        }
        guard let body = await request.bytes(on: channel, api.limits.connection) else {
            return response(.failure(.tooLarge))
        }
        let path = request.head.path ?? "/"
        var asked = APIRequest(
            method: request.method.rawValue, target: path, accept: headers[.accept] ?? "",
            contentType: headers[.contentType] ?? "", userAgent: headers[.userAgent] ?? "", body: body)
        asked.user = user
        // Others wait for the loop of this connection: what may take a while is done elsewhere.
        guard request.method == .get || body.count > Self.shortBody else {
            return response(await api.respond(to: asked))
        }
        return await withTaskExecutorPreference(globalConcurrentExecutor) {
            response(await api.respond(to: asked))
        }
    }

    /// The longest body in bytes that is read and checked in a moment.
    private static let shortBody = 32 << 10

    private func response(_ answer: APIResponse) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = "no-cache, private"
        headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        let body: ResponseBody =
            switch answer.body {
            case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            case .pieces(let pieces): sending(pieces)
            case .stream(let stream): streaming(stream)
            }
        return Response(status: .init(code: answer.status), headers: headers, body: body)
    }

    /// Sends a piece when the one before is on its way, and keeps none that was sent.
    private func sending(_ pieces: [[UInt8]]) -> ResponseBody {
        let rest = Mutex(pieces.reversed() as [[UInt8]])
        return ResponseBody(contentLength: pieces.reduce(0) { $0 + $1.count }) { writer in
            while let piece = rest.withLock({ $0.popLast() }) {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
    }

    /// Ends when the watch ends, the client goes, or the server shuts down.
    private func streaming(_ stream: AsyncStream<[UInt8]>) -> ResponseBody {
        ResponseBody { writer in
            for await bytes in stream.cancelOnGracefulShutdown() {
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }
}

import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// One HTTP request, carried to the API server and back.
struct HTTPExchange: Sendable {
    let gate: RequestGate
    let api: APIServer

    func respond(to request: Request) async -> Response {
        let headers = request.headers
        let host = request.head.authority
        if let refusal = gate.refusal(
            host: host, origin: headers[.origin], authorization: headers[.authorization])
        {
            return response(refusal)
        }
        guard let body = await body(of: request) else { return response(.failure(.tooLarge)) }
        let path = request.head.path ?? "/"
        let asked = APIRequest(
            method: request.method.rawValue, target: path, accept: headers[.accept] ?? "",
            contentType: headers[.contentType] ?? "", userAgent: headers[.userAgent] ?? "", body: body)
        return response(await api.respond(to: asked))
    }

    /// nil when it is longer than the API takes, or comes too slowly.
    private func body(of request: Request) async -> [UInt8]? {
        await withTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                guard let buffer = try? await request.body.collect(upTo: APILimits.standard.bodyBytes) else {
                    return nil
                }
                return Array(buffer.readableBytesView)
            }
            group.addTask {
                try? await Task.sleep(for: APILimits.standard.bodyTime)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

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
            case .stream(let stream): streaming(stream)
            }
        return Response(status: .init(code: answer.status), headers: headers, body: body)
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

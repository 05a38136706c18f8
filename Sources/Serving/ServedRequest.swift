import HTTPTypes
import Hummingbird
import NIOCore

/// A request as servers see it that need to know little of HTTP.
package struct ServedRequest: Sendable {
    package let method: String
    /// As it was sent: with percent signs and query.
    package let target: String
    /// Empty when the request does not say.
    package let contentType: String
    package let body: [UInt8]

    package init(method: String, target: String, contentType: String = "", body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.contentType = contentType
        self.body = body
    }
}

package struct ServedResponse: Sendable {
    package let status: Int
    package let contentType: String
    package let body: [UInt8]

    package init(_ status: Int, contentType: String, _ body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// A line of plain text.
    package init(_ status: Int, _ line: String) {
        self.init(status, contentType: "text/plain; charset=utf-8", Array((line + "\n").utf8))
    }
}

extension HTTPSServer {
    /// A server whose answers are made away from the threads that read and write: one that takes long keeps
    /// no other waiting.
    package init(
        _ identity: TLSIdentity, limits: ConnectionLimits,
        answer: @escaping @Sendable (ServedRequest) async -> ServedResponse
    ) {
        self.init(identity, limits: limits) { request, channel in
            guard let body = await request.bytes(on: channel, limits) else {
                let text = "the body is longer than \(limits.bodyBytes) bytes"
                return ServedResponse(413, text).response
            }
            let asked = ServedRequest(
                method: request.method.rawValue, target: request.head.path ?? "/",
                contentType: request.headers[.contentType] ?? "", body: body)
            return await withTaskExecutorPreference(globalConcurrentExecutor) {
                await answer(asked).response
            }
        }
    }
}

extension ServedResponse {
    fileprivate var response: Response {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        headers[.xContentTypeOptions] = "nosniff"
        return Response(
            status: .init(code: status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}

import Diagnostics
import YAML

extension APIStatus {
    /// What was asked of the server: `post routerules.config.istio.io ledger-all`, shown in general errors.
    struct Subject {
        let method: HTTPRequest.Method
        let resource: String
        let name: String?

        var description: String {
            "\(method.rawValue.lowercased()) \(resource)" + (name.map { " \($0)" } ?? "")
        }
    }

    /// Reads an error answer: a Status where there is one, else a sentence in place of whatever text it is.
    init(_ response: HTTPResponse, _ body: [UInt8], _ subject: Subject?, method: HTTPRequest.Method) {
        let header = response.header("Retry-After").flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
        if let node = try? JSONReader.node(body), node["kind"]?.string == "Status" {
            self.init(status: node, code: response.status)
            retryAfter = header ?? retryAfter
            return
        }
        let isText = response.header("Content-Type").map { $0.lowercased().hasPrefix("text/") } ?? true
        let text = isText ? Self.excerpt(body) : "unknown"
        let (reason, sentence) = Self.sentence(response, text, method)
        let message = subject.map { "\(sentence) (\($0.description))" } ?? sentence
        self.init(code: response.status, reason: reason, message: message, retryAfter: header)
    }

    /// Reads a Status object; `code` counts where it names none.
    init(status node: Node, code: Int) {
        let statedCode = node["code"]?.int.flatMap { Int(exactly: $0) }
        let seconds = node["details"]?["retryAfterSeconds"]?.int.flatMap { Int(exactly: $0) }
        let reason = node["reason"]?.string ?? ""
        let message = node["message"]?.string ?? ""
        self.init(
            code: statedCode.flatMap { (400...599).contains($0) ? $0 : nil } ?? code, reason: reason,
            message: message.isEmpty ? (reason.isEmpty ? "the server refused the request" : reason) : message,
            retryAfter: seconds.flatMap { $0 > 0 ? $0 : nil }, body: node)
    }

    /// Reason and sentence for an answer without a Status, as far as they were recorded the words of kubectl.
    private static func sentence(_ response: HTTPResponse, _ text: String, _ method: HTTPRequest.Method) -> (
        reason: String, sentence: String
    ) {
        switch response.status {
        case 300...399:
            let target = response.header("Location").map { " to \"\($0.escapingControls)\"" } ?? ""
            return ("", "the server answered with a redirect\(target), which is not followed")
        case 400: return ("BadRequest", "the server rejected our request: \(text)")
        case 401: return ("Unauthorized", "the server wants credentials and did not accept ours")
        case 403: return ("Forbidden", text.isEmpty ? "access to the resource is forbidden" : text)
        case 404: return ("NotFound", "the server could not find the requested resource")
        case 405:
            return ("MethodNotAllowed", "the server does not allow this method on the requested resource")
        case 409:
            return (method == .post ? "AlreadyExists" : "Conflict", "the server reported a conflict: \(text)")
        case 410: return ("Expired", "the requested version is too old")
        case 413: return ("RequestEntityTooLarge", "the object is too large for the server")
        case 422: return ("Invalid", "the server found our request invalid: \(text)")
        case 429: return ("TooManyRequests", "the server has too many requests at the moment")
        case 503: return ("ServiceUnavailable", "the server cannot handle the request at the moment")
        case 504:
            return ("Timeout", "the server did not answer in time; it may still be working on the request")
        default:
            return (
                "InternalError",
                "an error on the server (\"\(text)\") has prevented the request from succeeding"
            )
        }
    }

    private static func excerpt(_ body: [UInt8]) -> String {
        var text = String(decoding: body.prefix(2048), as: UTF8.self)[...]
        while text.last?.isWhitespace == true { text = text.dropLast() }
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        return text.isEmpty ? "unknown" : text.escapingControls
    }
}

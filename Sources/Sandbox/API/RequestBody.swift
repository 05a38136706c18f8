import Diagnostics
import YAML

/// The tree that a request carries, as JSON or as YAML.
enum RequestBody {
    static func node(_ request: APIRequest, limits: APILimits) throws(APIFailure) -> Node {
        guard request.body.count <= limits.bodyBytes else { throw .tooLarge }
        let type = mediaType(request)
        if type.hasSuffix("protobuf") {
            do {
                return try ProtobufObject.node(request.body)
            } catch {
                throw .mediaType(type, accepted: "application/json, application/yaml", hint: error.text)
            }
        }
        let source = Source(name: "request", text: request.body)
        let document =
            type.hasSuffix("yaml")
            ? YAMLReader.documents(in: source, limits: limits.reading).first ?? Document(.null)
            : JSONReader.document(source, limits: limits.reading)
        if let problem = document.problems.first(where: { $0.severity == .error }) {
            throw .badRequest("the body of the request cannot be read: \(problem.message)")
        }
        return document.root
    }

    static func mediaType(_ request: APIRequest) -> String {
        String(request.contentType.prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
    }
}

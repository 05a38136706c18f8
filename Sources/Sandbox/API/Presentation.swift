import YAML

/// The form in which an answer is shown: JSON as it is, indented for people, or YAML.
enum Presentation {
    case plain, indented, yaml

    init(_ request: APIRequest) {
        let wanted = request.accept.split(separator: ",").map { option in
            String(option.prefix { $0 != ";" }).filter { !$0.isWhitespace }
        }
        if wanted.first == "application/yaml" {
            self = .yaml
        } else if request.query["pretty"] != nil {
            self = request.flag("pretty") || request.query["pretty"] == "" ? .indented : .plain
        } else {
            self = Self.people.contains(where: request.userAgent.hasPrefix) ? .indented : .plain
        }
    }

    /// Programs by which people look themselves.
    private static let people = ["curl/", "Wget/", "Mozilla/5.0"]

    /// Streams, text and what cannot be read stay as they are.
    func shown(_ response: APIResponse) -> APIResponse {
        guard self != .plain, response.contentType.hasPrefix("application/json") else { return response }
        let bytes: [UInt8]
        switch response.body {
        case .bytes(let whole): bytes = whole
        case .pieces(let pieces): bytes = Array(pieces.joined())
        case .stream: return response
        }
        guard let node = try? JSONReader.node(bytes) else { return response }
        var shown = response
        if self == .yaml {
            shown.contentType = "application/yaml"
            shown.body = .bytes(Array(YAMLWriter.text(node).utf8))
        } else {
            shown.body = .bytes(JSONWriter.bytes(node, style: .pretty) + [UInt8(ascii: "\n")])
        }
        return shown
    }
}

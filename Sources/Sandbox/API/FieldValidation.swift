/// What a client wants to be done about fields that a kind does not have (`fieldValidation` of Kubernetes'
/// API).
enum FieldValidation: String, Sendable {
    case strict = "Strict"
    /// The default of the server.
    case warn = "Warn"
    case ignore = "Ignore"

    init(_ request: APIRequest) throws(APIFailure) {
        guard let text = request.query["fieldValidation"], !text.isEmpty else {
            self = .warn
            return
        }
        guard let known = FieldValidation(rawValue: text) else {
            throw .badRequest(
                "invalid fieldValidation \"\(text)\": must be one of Ignore, Strict, Warn")
        }
        self = known
    }

    /// Refuses, tells or passes over unknown fields, given by their paths. `place` begins a refusal.
    func report(unknown paths: [String], in place: String = "") throws(APIFailure) {
        let texts = paths.map { "unknown field \"\($0)\"" }
        switch self {
        case .ignore: return
        case .warn: for text in texts { ResponseWarnings.add(text) }
        case .strict:
            guard texts.isEmpty else {
                throw .badRequest("\(place)strict decoding error: \(texts.joined(separator: ", "))")
            }
        }
    }
}

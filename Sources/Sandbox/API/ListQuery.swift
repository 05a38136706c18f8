import FoundationEssentials
import YAML

/// What the query of a list or a watch asks for.
struct ListQuery: Sendable {
    var labels: LabelSelector
    var fields: FieldSelector
    /// nil for everything at once.
    var limit: Int?
    var start: ContinueToken?
    /// The list as it was at this revision.
    var exactRevision: Int64?
    /// The list must not be older than this.
    var leastRevision: Int64?

    init(_ request: APIRequest) throws(APIFailure) {
        labels = try LabelSelector(request.query["labelSelector"] ?? "")
        fields = try FieldSelector(request.query["fieldSelector"] ?? "")
        if let text = request.query["limit"], !text.isEmpty {
            guard let limit = Int(text), limit >= 0 else {
                throw .badRequest("limit is not a number: \(text)")
            }
            self.limit = limit == 0 ? nil : min(limit, 1_000_000)
        }
        if let token = request.query["continue"], !token.isEmpty {
            guard let start = ContinueToken(token) else {
                throw .badRequest("continue key is not valid: it is none of this server")
            }
            self.start = start
        }
        if let text = request.query["resourceVersion"], !text.isEmpty, text != "0", start == nil {
            let revision = try APIServer.revision(Node(text))
            leastRevision = revision
            if request.query["resourceVersionMatch"] == "Exact" { exactRevision = revision }
        }
    }

    var isUnselective: Bool { labels.isEmpty && fields.isEmpty }

    func matches(_ object: StoredObject) throws -> Bool {
        try matches(object.key, body: object.body)
    }

    /// Reads the body only when there are labels to look at.
    func matches(_ key: ObjectKey, body: [UInt8]) throws -> Bool {
        guard fields.matches(key) else { return false }
        return try labels.isEmpty || labels.matches(try JSONReader.node(body))
    }
}

/// Where the next page of a list begins, and at which revision the list is.
struct ContinueToken: Sendable {
    var revision: Int64
    var namespace: String
    var name: String

    init(revision: Int64, key: ObjectKey) {
        self.revision = revision
        namespace = key.namespace
        name = key.name
    }

    init?(_ text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        let words = String(decoding: data, as: UTF8.self).split(
            separator: "/", omittingEmptySubsequences: false)
        guard words.count == 3, let revision = Int64(words[0]), revision >= 0 else { return nil }
        self.revision = revision
        namespace = String(words[1])
        name = String(words[2])
    }

    var text: String { Data("\(revision)/\(namespace)/\(name)".utf8).base64EncodedString() }
}

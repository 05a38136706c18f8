import FoundationEssentials
import Kubernetes
import Schema
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

    init(_ request: APIRequest, for kind: Kind) throws(APIFailure) {
        try ListOptionRules.check(request)
        do {
            labels = try LabelSelector(request.query["labelSelector"] ?? "")
        } catch {
            throw .badRequest(error.message)
        }
        fields = try FieldSelector(request.query["fieldSelector"] ?? "", for: kind)
        if let text = request.query["limit"], !text.isEmpty {
            guard let limit = Int(text), limit >= 0 else {
                throw .badRequest("limit is not a number: \(text)")
            }
            self.limit = limit == 0 ? nil : min(limit, 1_000_000)
        }
        let version = request.query["resourceVersion"] ?? ""
        if let token = request.query["continue"], !token.isEmpty {
            guard let start = ContinueToken(token) else {
                throw .badRequest("continue key is not valid: it is none of this server")
            }
            guard version.isEmpty || version == "0" else {
                throw .badRequest("specifying resource version is not allowed when using continue")
            }
            self.start = start
        } else if !version.isEmpty, version != "0" {
            let revision = try APIServer.revision(Node(version))
            leastRevision = revision
            if request.query["resourceVersionMatch"] == "Exact" { exactRevision = revision }
        }
    }

    var isUnselective: Bool { labels.isEmpty && fields.isEmpty }

    func matches(_ object: StoredObject) throws -> Bool {
        try matches(object.key, body: object.body)
    }

    /// Reads the body only when there is something in it to look at.
    func matches(_ key: ObjectKey, body: [UInt8]) throws -> Bool {
        guard !labels.isEmpty || fields.needsBody else { return fields.matches(key, .null) }
        let node = try JSONReader.node(body)
        return fields.matches(key, node) && (labels.isEmpty || labels.matches(node))
    }
}

/// Where the next page of a list begins, and at which revision the list is.
struct ContinueToken: Sendable {
    /// nil for what there is when the page is read: the pages then do not show one moment.
    var revision: Int64?
    var namespace: String
    var name: String
    /// How many objects come from here on, where that was counted.
    var remaining: Int64?

    init(revision: Int64?, key: ObjectKey, remaining: Int64?) {
        self.revision = revision
        namespace = key.namespace
        name = key.name
        self.remaining = remaining
    }

    init?(_ text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        let words = String(decoding: data, as: UTF8.self).split(
            separator: "/", omittingEmptySubsequences: false)
        guard words.count == 4 else { return nil }
        if !words[0].isEmpty {
            guard let revision = Int64(words[0]), revision >= 0 else { return nil }
            self.revision = revision
        }
        namespace = String(words[1])
        name = String(words[2])
        remaining = Int64(words[3])
    }

    var text: String {
        let (revision, remaining) = (revision.map(String.init) ?? "", remaining.map(String.init) ?? "")
        return Data("\(revision)/\(namespace)/\(name)/\(remaining)".utf8).base64EncodedString()
    }
}

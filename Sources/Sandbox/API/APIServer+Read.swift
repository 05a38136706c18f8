import Schema
import YAML

extension APIServer {
    func get(_ target: APITarget, _ name: String, _ request: APIRequest) throws -> APIResponse {
        guard let object = try store.get(target.key(name)) else {
            throw APIFailure.notFound(target.kind, name)
        }
        return try single(object, target, request)
    }

    /// One object, as itself or as a table of one row.
    func single(_ object: StoredObject, _ target: APITarget, _ request: APIRequest, status: Int = 200) throws
        -> APIResponse
    {
        if let partial = PartialMetadata(request) {
            return APIResponse(status: status, try partial.node(object))
        }
        guard let table = TableWriter(target, request) else {
            return APIResponse(
                status: status, bytes: object.bytes(apiVersion: target.apiVersion, kind: target.kind.name))
        }
        return APIResponse(
            status: status, try table.table([object], revision: object.revision, continueToken: nil))
    }

    func list(_ target: APITarget, _ request: APIRequest) throws -> APIResponse {
        let query = try ListQuery(request)
        if let partial = PartialMetadata(request) {
            var objects: [StoredObject] = []
            let (revision, token) = try find(target, query) { objects.append($0) }
            return APIResponse(try partial.list(objects, revision: revision, continueToken: token))
        }
        if let table = TableWriter(target, request) {
            var objects: [StoredObject] = []
            let (revision, token) = try find(target, query) { objects.append($0) }
            return APIResponse(try table.table(objects, revision: revision, continueToken: token))
        }
        var writer = ListWriter(target)
        let (revision, token) = try find(target, query) { writer.append($0) }
        return APIResponse(pieces: writer.end(revision: revision, continueToken: token))
    }

    /// The most objects that are read at once.
    private static let readAtOnce = 1_000

    /// Finds the objects of one page; its revision and where the next begins. With selectors the store is
    /// read on until the page is full.
    private func find(_ target: APITarget, _ query: ListQuery, _ take: (StoredObject) throws -> Void) throws
        -> (revision: Int64, continueToken: String?)
    {
        let limit = query.limit ?? .max
        var revision = query.start?.revision ?? query.exactRevision
        var after = query.start.map { ($0.namespace, $0.name) }
        var count = 0
        do {
            if let least = query.leastRevision { try checkNotFuture(least) }
            while true {
                let wanted = query.isUnselective ? min(limit - count, Self.readAtOnce) : Self.readAtOnce
                let page = try store.page(target.scope, at: revision, after: after, limit: wanted)
                revision = page.revision
                for (index, object) in page.objects.enumerated() where try query.matches(object) {
                    try take(object)
                    count += 1
                    guard count == limit else { continue }
                    let isLast = index + 1 == page.objects.count && !page.hasMore
                    let token = isLast ? nil : ContinueToken(revision: page.revision, key: object.key).text
                    return (page.revision, token)
                }
                guard page.hasMore, let last = page.objects.last else { return (page.revision, nil) }
                after = (last.key.namespace, last.key.name)
            }
        } catch StoreError.compacted {
            throw APIFailure.expired
        }
    }

    func checkNotFuture(_ revision: Int64) throws {
        let now = try store.revision()
        guard revision > now else { return }
        var failure = APIFailure(
            504, "Timeout", "Too large resource version: \(revision), current: \(now)")
        failure.retryAfter = 1
        throw failure
    }
}

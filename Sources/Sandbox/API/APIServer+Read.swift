import Schema
import YAML

extension APIServer {
    func get(_ target: APITarget, _ name: String, _ request: APIRequest) throws -> APIResponse {
        if let version = request.query["resourceVersion"], !version.isEmpty, version != "0" {
            if let least = try Self.revision(Node(version)) { try checkNotFuture(least) }
        }
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
            status: status, try table.table([object], ListEnd(revision: object.revision)))
    }

    func list(_ target: APITarget, _ request: APIRequest) throws -> APIResponse {
        let query = try ListQuery(request, for: target.kind)
        if let partial = PartialMetadata(request) {
            var objects: [StoredObject] = []
            let end = try find(target, query) { objects.append($0) }
            return APIResponse(try partial.list(objects, end))
        }
        if let table = TableWriter(target, request) {
            var objects: [StoredObject] = []
            let end = try find(target, query) { objects.append($0) }
            return APIResponse(try table.table(objects, end))
        }
        var writer = ListWriter(target)
        let end = try find(target, query) { writer.append($0) }
        return APIResponse(pieces: writer.end(end))
    }

    /// The most objects that are read at once.
    private static let readAtOnce = 1_000

    /// Finds the objects of one page; its revision and where the next begins. With selectors the store is
    /// read on until the page is full.
    private func find(_ target: APITarget, _ query: ListQuery, _ take: (StoredObject) throws -> Void) throws
        -> ListEnd
    {
        let limit = query.limit ?? .max
        var revision = query.start == nil ? query.exactRevision : query.start?.revision
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
                    if index + 1 == page.objects.count, !page.hasMore { break }
                    let rest = try remaining(target, query, taken: count, at: page.revision)
                    return ListEnd(
                        revision: page.revision,
                        next: ContinueToken(revision: page.revision, key: object.key, remaining: rest))
                }
                guard page.hasMore, let last = page.objects.last else {
                    return ListEnd(revision: page.revision)
                }
                after = (last.key.namespace, last.key.name)
            }
        } catch StoreError.compacted(let oldest) {
            guard let start = query.start else {
                throw APIFailure.tooOld(query.exactRevision ?? 0, oldest: oldest)
            }
            throw APIFailure.expired(start)
        }
    }

    /// How many objects come after this page; nil with selectors, when nobody knows.
    private func remaining(_ target: APITarget, _ query: ListQuery, taken: Int, at revision: Int64) throws
        -> Int64?
    {
        guard query.isUnselective else { return nil }
        guard let start = query.start else {
            return try store.count(target.scope, at: revision) - Int64(taken)
        }
        return start.remaining.map { max(1, $0.subtractingReportingOverflow(Int64(taken)).partialValue) }
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

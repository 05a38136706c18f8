import Schema
import YAML

extension APIServer {
    /// A stream of changes. Without a version it begins with what there is now.
    func watch(_ target: APITarget, _ request: APIRequest) throws -> APIResponse {
        var query = try ListQuery(request, for: target.kind)
        var target = target
        if let name = target.name {
            query.fields = query.fields.naming(name)
            target.name = nil
        }
        let given = try Self.revision(request.query["resourceVersion"].map { Node($0) }) ?? 0
        if given > 0 { try checkNotFuture(given) }
        guard let slot = WatchSlot(self) else {
            var failure = APIFailure(
                429, "TooManyRequests", "the sandbox serves \(limits.watches) watches already")
            failure.retryAfter = 1
            throw failure
        }
        let sendsInitial = request.flag("sendInitialEvents")
        // Said to be false, it means what comes from now on.
        let now = request.query["sendInitialEvents"] != nil && !sendsInitial ? try store.revision() : nil
        let session = WatchSession(
            store: store, target: target, query: query, table: TableWriter(target, request),
            partial: PartialMetadata(request),
            from: sendsInitial ? nil : given > 0 ? given : now, marksInitialEnd: sendsInitial,
            sendsBookmarks: request.flag("allowWatchBookmarks") || sendsInitial,
            bookmarkInterval: limits.bookmarkInterval, time: watchTime(request), slot: slot)
        return APIResponse(stream: AsyncStream { await session.next() })
    }

    private func watchTime(_ request: APIRequest) -> Duration {
        let seconds = request.query["timeoutSeconds"].flatMap { Int64($0) } ?? 0
        guard seconds > 0 else { return limits.watchTime }
        return min(.seconds(min(seconds, 86_400)), limits.watchTime)
    }
}

/// One of the bounded number of watches; free again when the last reference goes.
final class WatchSlot: Sendable {
    private let server: APIServer

    init?(_ server: APIServer) {
        self.server = server
        let isFree = server.watches.withLock { count in
            // The number is taken in any case, since deinit runs in any case.
            count += 1
            return count <= server.limits.watches
        }
        if !isFree { return nil }
    }

    deinit { server.watches.withLock { $0 -= 1 } }
}
